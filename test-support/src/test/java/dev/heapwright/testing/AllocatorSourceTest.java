package dev.heapwright.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class AllocatorSourceTest {
    private static final AllocatorSource POOL = AllocatorSource.named("com.acme.Pool");

    @Test
    void theLinesAreAsTheDocumentationShowsThem() {
        assertEquals("""
                package com.acme;

                @dev.heapwright.annotations.Allocator
                public final class Pool {
                    public static long allocate(long size, long align) { return 0; }
                    public static void deallocate(long address, long oldSize, long align) {}
                    public static long reallocate(long address, long oldSize, long size, long align) { return 0; }
                    public static long reallocateInplace(long address, long oldSize, long size, long align) { return 0; }
                    public static long usableSize(long size, long align) { return size; }
                }
                """, POOL.text());
    }

    @Test
    void differencesAreInTheirPlace() {
        assertEquals(
                """
                package com.acme;

                @Deprecated
                class Pool extends Base {
                    int first;
                    long allocate() { return 0; }
                    // More than one line.
                    public static native long reallocateInplace(long address, long oldSize, long size, long align);
                    public static native long usableSize(long size, long align);
                    int last;
                }
                """,
                POOL.withNatives()
                        .annotated("@Deprecated")
                        .declared("class Pool extends Base")
                        .without("reallocate")
                        .without("deallocate")
                        .replacing("allocate", """
                                long allocate() { return 0; }
                                // More than one line.
                                """)
                        .withFirst("int first;")
                        .with("int last;")
                        .toString());
    }

    @Test
    void unknownFunctionsCannotBeReplacedOrRemoved() {
        assertThrows(IllegalArgumentException.class, () -> POOL.without("malloc"));
        assertThrows(
                IllegalArgumentException.class, () -> POOL.without("usableSize").replacing("usableSize", "int i;"));
    }
}
