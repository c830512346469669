package dev.heapwright.heap.checked;

import dev.heapwright.heap.GluedProgram;
import dev.heapwright.testing.JvmResult;
import java.io.IOException;
import java.nio.file.Path;

/** A program with checked glue for the C library's heap, in its own JVM. */
final class CheckedProgram {
    private static final String GLUE = """
            package com.acme.app.heapwright;

            import dev.heapwright.memory.CHeap;

            public final class Glue extends dev.heapwright.heap.checked.CheckedBinding {
                public Glue() {
                    super("com.acme.Malloc", "1.0", "linked explicitly, checked");
                }

                @Override
                protected long uncheckedAllocate(long size, long align) {
                    return CHeap.alignedAlloc(align, size);
                }

                @Override
                protected void uncheckedDeallocate(long address, long oldSize, long align) {
                    CHeap.alignedFree(address, align);
                }
            }
            """;

    private CheckedProgram() {}

    /** {@return its standard error output, whether it fails or not} */
    static String errorsOf(Path folder, String main, String... options) throws IOException, InterruptedException {
        return run(folder, main, options).errors();
    }

    /** Runs it with that working directory. */
    static JvmResult run(Path folder, String main, String... options) throws IOException, InterruptedException {
        return GluedProgram.run(folder, GLUE, main, options);
    }
}
