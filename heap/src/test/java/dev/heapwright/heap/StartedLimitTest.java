package dev.heapwright.heap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program whose glue cannot limit it does not run as if it had the limit that it is started with. */
class StartedLimitTest {
    private static final String GLUE = """
            package com.acme.app.heapwright;

            import dev.heapwright.memory.CHeap;

            public final class Glue extends dev.heapwright.heap.Binding {
                public Glue() {
                    super("com.acme.Malloc", "1.0", "linked explicitly");
                }

                @Override
                protected long allocate(long size, long align) {
                    return CHeap.alignedAlloc(align, size);
                }

                @Override
                protected void deallocate(long address, long oldSize, long align) {
                    CHeap.alignedFree(address, align);
                }

                @Override
                protected long reallocate(long address, long oldSize, long size, long align) {
                    return 0;
                }

                @Override
                protected long reallocateInplace(long address, long oldSize, long size, long align) {
                    return oldSize;
                }

                @Override
                protected long usableSize(long size, long align) {
                    return size;
                }
            }
            """;

    /** Prints twice what an attempt to allocate does. */
    private static final String MAIN = """
            package com.acme;

            import dev.heapwright.heap.*;

            public class Main {
                public static void main(String[] arguments) {
                    for (int i = 0; i < 2; i++) {
                        try {
                            System.out.print(Heap.allocate(8, 8) != 0);
                        } catch (BindingError e) {
                            System.out.print(e.getMessage());
                        }
                    }
                }
            }
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    Path folder;

    @Test
    void aLimitThatTheGlueWouldIgnoreIsRefusedByEachCallAsThePageShows() throws Exception {
        String printed = output("-Dheapwright.limit=512m");
        String message = printed.substring(0, printed.length() / 2);
        assertEquals(message + message, printed);
        String page = Files.readString(Path.of("..", "docs", "diagnostics", "InvalidConfiguration.md"));
        assertTrue(page.contains("```text\n" + message + "\n```"), message);
    }

    @Test
    void withoutALimitNothingIsIgnored() throws Exception {
        assertEquals("truetrue", output());
        assertEquals("truetrue", output("-Dheapwright.limit=off"));
        assertEquals("truetrue", output("-Dheapwright.limit= "));
    }

    private String output(String... options) throws Exception {
        return GluedProgram.run(folder, GLUE, MAIN, options).output();
    }
}
