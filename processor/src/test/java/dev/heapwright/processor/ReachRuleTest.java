package dev.heapwright.processor;

import org.junit.jupiter.api.Test;

class ReachRuleTest {
    private static final String FUNCTIONS = """
                public static void deallocate(long address, long oldSize, long align) {}
                public static long reallocate(long address, long oldSize, long size, long align) { return 0; }
                public static long reallocateInplace(long address, long oldSize, long size, long align) { return 0; }
                public static long usableSize(long size, long align) { return size; }
            """;

    @Test
    void theWayThroughSourcesIsDrawnFromTheExpressionThatStartsIt() {
        Compilation.assertRefused("x", """
                package com.acme;

                @dev.heapwright.annotations.Allocator
                public final class SlabAllocator {
                    public static long allocate(long size, long align) {
                        long header = Chunks.grow(size);
                        return header;
                    }
                %s
                }
                """.formatted(FUNCTIONS), """
                package com.acme;

                final class Chunks {
                    static long grow(long size) {
                        Runnable writing = () -> Journal.write(size);
                        writing.run();
                        return size;
                    }
                }
                """, """
                package com.acme;

                final class Journal {
                    static void write(long size) {
                        new Index().add(size);
                    }
                }
                """, """
                package com.acme;

                @dev.heapwright.annotations.NeedsAllocator
                final class Index {
                    void add(long size) {}
                }
                """);
    }
}
