package com.acme

import dev.heapwright.annotations.Allocator
import dev.heapwright.memory.CHeap
import dev.heapwright.memory.Memory
import java.util.concurrent.atomic.LongAdder

/** Counts the live blocks, and takes the memory itself from the C library. */
@Allocator
object CountingAllocator {
    val liveBlocks = LongAdder()

    @JvmStatic
    fun allocate(size: Long, align: Long): Long {
        val address = CHeap.alignedAlloc(align, size)
        if (address != 0L) liveBlocks.increment()
        return address
    }

    @JvmStatic
    fun deallocate(address: Long, oldSize: Long, align: Long) {
        CHeap.alignedFree(address, align)
        liveBlocks.decrement()
    }

    @JvmStatic
    fun reallocate(address: Long, oldSize: Long, size: Long, align: Long): Long {
        val moved = allocate(size, align)
        if (moved != 0L) {
            Memory.copy(address, moved, minOf(oldSize, size))
            deallocate(address, oldSize, align)
        }
        return moved
    }

    @JvmStatic
    fun reallocateInplace(address: Long, oldSize: Long, size: Long, align: Long) = usableSize(oldSize, align)

    @JvmStatic
    fun usableSize(size: Long, align: Long) = size
}
