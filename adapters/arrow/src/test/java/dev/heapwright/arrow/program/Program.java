package dev.heapwright.arrow.program;

import dev.heapwright.arrow.HeapAllocators;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.RootAllocator;

/** A program of somebody else's, in a package that is in no module: {@code NoOtherManagerTest} runs it. */
public final class Program {
    private Program() {}

    /** Allocates by a root allocator of the heap's, and by one as a library makes it that knows of nothing. */
    public static void main(String[] arguments) {
        try (RootAllocator root = HeapAllocators.root();
                ArrowBuf buffer = root.buffer(64);
                RootAllocator byDefault = new RootAllocator();
                ArrowBuf another = byDefault.buffer(64)) {
            System.out.println("allocated " + (buffer.capacity() + another.capacity()));
        }
    }
}
