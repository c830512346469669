package dev.heapwright.heap.observed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.heap.GluedProgram;
import dev.heapwright.testing.JvmResult;
import java.io.IOException;
import java.nio.file.Path;

/** A program with observed glue for the C library's heap, in its own JVM. It has no block of 1 GiB. */
final class ObservedProgram {
    private static final String GLUE = """
            package com.acme.app.heapwright;

            import dev.heapwright.memory.CHeap;

            public final class Glue extends dev.heapwright.heap.observed.ObservedBinding {
                public Glue() {
                    super("com.acme.Malloc", "1.0", "linked explicitly, observed", "LIMIT");
                }

                @Override
                protected long unobservedAllocate(long size, long align) {
                    return size == 1 << 30 ? 0 : CHeap.alignedAlloc(align, size);
                }

                @Override
                protected void unobservedDeallocate(long address, long oldSize, long align) {
                    CHeap.alignedFree(address, align);
                }

                @Override
                protected long unobservedReallocate(long address, long oldSize, long size, long align) {
                    return size == 1 << 30 ? 0 : CHeap.realloc(address, oldSize, size);
                }

                @Override
                protected long unobservedReallocateInplace(long address, long oldSize, long size, long align) {
                    return size < 1 << 16 ? Math.max(size, 32) : oldSize;
                }
            }
            """;

    private static final String MAIN = """
            package com.acme;

            import dev.heapwright.heap.Heap;
            import dev.heapwright.heap.observed.*;
            import java.util.*;

            public class Main {
                static ObservedBinding observed() {
                    return (ObservedBinding) Heap.binding();
                }

            MEMBERS
            }
            """;

    private ObservedProgram() {}

    /** {@return what the program prints; it has to end normally} */
    static String output(Path folder, String members, String... options) throws IOException, InterruptedException {
        JvmResult result = run(folder, "", members, options);
        assertEquals("", result.errors());
        return result.output();
    }

    /** Runs another main class. */
    static JvmResult runMain(Path folder, String main, String... options) throws IOException, InterruptedException {
        return GluedProgram.run(folder, GLUE.replace("LIMIT", ""), main, options);
    }

    /** Runs a program that was built with a limit. */
    static JvmResult run(Path folder, String limit, String members, String... options)
            throws IOException, InterruptedException {
        return GluedProgram.run(folder, GLUE.replace("LIMIT", limit), MAIN.replace("MEMBERS", members), options);
    }
}
