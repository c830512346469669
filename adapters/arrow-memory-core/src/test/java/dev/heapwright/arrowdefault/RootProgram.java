package dev.heapwright.arrowdefault;

import dev.heapwright.adapters.testing.BlockLedger;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.RootAllocator;

/** A program that does not know the heap, and prints what it has allocated of it. */
final class RootProgram {
    private RootProgram() {}

    public static void main(String[] arguments) {
        try (RootAllocator root = new RootAllocator();
                ArrowBuf buffer = root.buffer(64)) {
            System.out.println(buffer.capacity() + " of " + BlockLedger.OF_HEAP.bytes() + " bytes");
        }
    }
}
