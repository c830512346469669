package com.acme

import dev.heapwright.heap.Heap
import dev.heapwright.memory.Memory

fun main() {
    val address = Heap.allocate(16, 8)
    Memory.putLong(address, 42)
    println("read ${Memory.getLong(address)}, bound to ${Heap.binding()}")
    println("live blocks: ${CountingAllocator.liveBlocks}")
    Heap.deallocate(address, 16, 8)
}
