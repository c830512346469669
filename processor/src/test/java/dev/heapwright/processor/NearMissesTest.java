package dev.heapwright.processor;

import dev.heapwright.testing.AllocatorSource;
import org.junit.jupiter.api.Test;

/** Methods that are offered for missing functions. */
class NearMissesTest {
    @Test
    void misspelledNamesAreOffered() {
        Compilation.assertRefused("""
                PoolAllocator.java:6:14: error: [Heapwright/MissingFunction] allocator com.acme.PoolAllocator lacks 5 of the contract's functions
                      public static long allocate(long size, long align) { return 0; }
                        did you mean alocate, line 7?
                      public static void deallocate(long address, long oldSize, long align) {}
                        did you mean dealloccated, line 8?
                      public static long reallocate(long address, long oldSize, long size, long align) { return 0; }
                        did you mean REALLOCATE, line 9?
                      public static long reallocateInplace(long address, long oldSize, long size, long align) { return usableSize(oldSize, align); }
                        did you mean reallocateInPlace, line 10?
                      public static long usableSize(long size, long align) { return size; }
                        did you mean useableSize, line 11?
                    help: add them with exactly these signatures and bodies of your own, or rename what was meant
                    more: mvn heapwright:explain -Did=MissingFunction
                """, """
                package com.acme;

                import dev.heapwright.annotations.Allocator;

                @Allocator
                public final class PoolAllocator {
                    static long alocate(long size, long align) { return 0; }
                    void dealloccated() {}
                    public static long REALLOCATE() { return 0; }
                    public static long reallocateInPlace(long address, long oldSize, long size, long align) { return 0; }
                    private static native void useableSize();
                }
                """);
    }

    @Test
    void namesInCAreOffered() {
        Compilation.assertRefused("""
                PoolAllocator.java:6:14: error: [Heapwright/MissingFunction] allocator com.acme.PoolAllocator lacks 3 of the contract's functions
                      public static long allocate(long size, long align) { return 0; }
                        did you mean malloc, line 7?
                      public static void deallocate(long address, long oldSize, long align) {}
                        did you mean free, line 8?
                      public static long reallocate(long address, long oldSize, long size, long align) { return 0; }
                        did you mean realloc, line 9?
                    help: add them with exactly these signatures and bodies of your own, or rename what was meant
                    more: mvn heapwright:explain -Did=MissingFunction
                """, """
                package com.acme;

                import dev.heapwright.annotations.Allocator;

                @Allocator
                public final class PoolAllocator {
                    static long malloc(long size) { return 0; }
                    static void free(long address) {}
                    static long realloc(long address, long size) { return 0; }
                    public static long reallocateInplace(long address, long oldSize, long size, long align) { return 0; }
                    public static long usableSize(long size, long align) { return 0; }
                }
                """);
    }

    @Test
    void callocIsOfferedForAllocate() {
        Compilation.assertRefused(
                """
                PoolAllocator.java:4:14: error: [Heapwright/MissingFunction] allocator com.acme.PoolAllocator lacks the function allocate
                      public static long allocate(long size, long align) { return 0; }
                        did you mean calloc, line 5?
                    help: add it with exactly this signature and a body of your own, or rename what was meant
                    more: mvn heapwright:explain -Did=MissingFunction
                """,
                AllocatorSource.named("com.acme.PoolAllocator")
                        .replacing("allocate", "static long calloc(long count, long size) { return 0; }")
                        .replacing("usableSize", "public static long usableSize(long size, long align) { return 0; }")
                        .text());
    }

    @Test
    void threeLettersOffIsNotNear() {
        Compilation.assertRefused(
                """
                PoolAllocator.java:4:14: error: [Heapwright/MissingFunction] allocator com.acme.PoolAllocator lacks the function allocate
                      public static long allocate(long size, long align) { return 0; }
                    help: add it with exactly this signature and a body of your own
                    more: mvn heapwright:explain -Did=MissingFunction
                """,
                AllocatorSource.named("com.acme.PoolAllocator")
                        .replacing("allocate", """
                static long alloc(long size, long align) { return 0; }
                static long allocateAll(long size, long align) { return 0; }
                """)
                        .replacing("usableSize", "public static long usableSize(long size, long align) { return 0; }")
                        .text());
    }

    @Test
    void theNearestIsOfferedWhereverItStands() {
        Compilation.assertRefused(
                """
                PoolAllocator.java:4:14: error: [Heapwright/MissingFunction] allocator com.acme.PoolAllocator lacks the function allocate
                      public static long allocate(long size, long align) { return 0; }
                        did you mean allocat, line 7?
                    help: add it with exactly this signature and a body of your own, or rename what was meant
                    more: mvn heapwright:explain -Did=MissingFunction
                """,
                AllocatorSource.named("com.acme.PoolAllocator")
                        .replacing("allocate", """
                static long malloc(long size) { return 0; }
                static long alocat(long size) { return 0; }
                static long allocat(long size) { return 0; }
                static long alocate(long size) { return 0; }
                """)
                        .replacing("usableSize", "public static long usableSize(long size, long align) { return 0; }")
                        .text());
    }

    @Test
    void aMethodIsOfferedOnceForTheFunctionItIsNearestTo() {
        Compilation.assertRefused("""
                PoolAllocator.java:6:14: error: [Heapwright/MissingFunction] allocator com.acme.PoolAllocator lacks 2 of the contract's functions
                      public static void deallocate(long address, long oldSize, long align) {}
                        did you mean dealocate, line 7?
                      public static long reallocate(long address, long oldSize, long size, long align) { return 0; }
                    help: add them with exactly these signatures and bodies of your own, or rename what was meant
                    more: mvn heapwright:explain -Did=MissingFunction
                """, """
                package com.acme;

                import dev.heapwright.annotations.Allocator;

                @Allocator
                public final class PoolAllocator {
                    static void dealocate(long address) {}
                    public static long allocate(long size, long align) { return 0; }
                    public static long reallocateInplace(long address, long oldSize, long size, long align) { return 0; }
                    public static long usableSize(long size, long align) { return 0; }
                }
                """);
    }

    @Test
    void aMethodThatIsNearerToAFunctionThatIsThereIsNotOffered() {
        Compilation.assertRefused(
                """
                PoolAllocator.java:4:14: error: [Heapwright/MissingFunction] allocator com.acme.PoolAllocator lacks the function reallocate
                      public static long reallocate(long address, long oldSize, long size, long align) { return 0; }
                    help: add it with exactly this signature and a body of your own
                    more: mvn heapwright:explain -Did=MissingFunction
                """,
                AllocatorSource.named("com.acme.PoolAllocator")
                        .withFirst("static void dealocate(long address) {}")
                        .without("reallocate")
                        .replacing("usableSize", "public static long usableSize(long size, long align) { return 0; }")
                        .text());
    }

    @Test
    void ofEquallyNearFunctionsTheMissingOneIsMeant() {
        Compilation.assertRefused(
                """
                PoolAllocator.java:4:14: error: [Heapwright/MissingFunction] allocator com.acme.PoolAllocator lacks the function reallocate
                      public static long reallocate(long address, long oldSize, long size, long align) { return 0; }
                        did you mean meallocate, line 5?
                    help: add it with exactly this signature and a body of your own, or rename what was meant
                    more: mvn heapwright:explain -Did=MissingFunction
                """,
                AllocatorSource.named("com.acme.PoolAllocator")
                        .withFirst("static void meallocate(long address) {}")
                        .without("reallocate")
                        .replacing("usableSize", "public static long usableSize(long size, long align) { return 0; }")
                        .text());
    }

    @Test
    void aFunctionOfTheContractIsNotOfferedForAnother() {
        Compilation.assertRefused(
                """
                PoolAllocator.java:4:14: error: [Heapwright/MissingFunction] allocator com.acme.PoolAllocator lacks the function reallocate
                      public static long reallocate(long address, long oldSize, long size, long align) { return 0; }
                    help: add it with exactly this signature and a body of your own
                    more: mvn heapwright:explain -Did=MissingFunction
                """,
                AllocatorSource.named("com.acme.PoolAllocator")
                        .without("reallocate")
                        .replacing("usableSize", "public static long usableSize(long size, long align) { return 0; }")
                        .text());
    }

    @Test
    void theLineIsTheOneOfTheName() {
        Compilation.assertRefused(
                """
                PoolAllocator.java:4:14: error: [Heapwright/MissingFunction] allocator com.acme.PoolAllocator lacks the function allocate
                      public static long allocate(long size, long align) { return 0; }
                        did you mean alocate, line 7?
                    help: add it with exactly this signature and a body of your own, or rename what was meant
                    more: mvn heapwright:explain -Did=MissingFunction
                """,
                AllocatorSource.named("com.acme.PoolAllocator")
                        .replacing("allocate", """
                @Deprecated
                public static
                long alocate(long size) { return 0; }
                """)
                        .replacing("usableSize", "public static long usableSize(long size, long align) { return 0; }")
                        .text());
    }
}
