package dev.heapwright.arrow.program;

import dev.heapwright.arrow.HeapAllocators;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.RootAllocator;

/** A third-party program, in a package that is not in a module: {@code NoOtherManagerTest} runs it. */
public final class Program {
    private Program() {}

    /**
     * Allocates with a root allocator of the heap, and with an ordinary one, as created by a library that does not know
     * the heap.
     */
    public static void main(String[] arguments) {
        try (RootAllocator root = HeapAllocators.root();
                ArrowBuf buffer = root.buffer(64);
                RootAllocator byDefault = new RootAllocator();
                ArrowBuf another = byDefault.buffer(64)) {
            System.out.println("allocated " + (buffer.capacity() + another.capacity()));
        }
    }
}
