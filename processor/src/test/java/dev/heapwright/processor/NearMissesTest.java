package dev.heapwright.processor;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.testing.AllocatorSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Methods that are suggested for missing functions. */
class NearMissesTest {
    @Test
    void misspelledNamesAreSuggested() {
        Compilation.assertRefused("""
                PoolAllocator.java:6:14: error: [Heapwright/MissingFunction] allocator com.acme.PoolAllocator is missing 5 required functions
                      public static long allocate(long size, long align) { throw new UnsupportedOperationException("allocate"); }
                        // line 7: alocate looks like this function; rename it to allocate
                      public static void deallocate(long address, long oldSize, long align) { throw new UnsupportedOperationException("deallocate"); }
                        // line 8: dealloccated looks like this function; rename it to deallocate
                      public static long reallocate(long address, long oldSize, long size, long align) { throw new UnsupportedOperationException("reallocate"); }
                        // line 9: REALLOCATE looks like this function; rename it to reallocate
                      public static long reallocateInplace(long address, long oldSize, long size, long align) { throw new UnsupportedOperationException("reallocateInplace"); }
                        // line 10: reallocateInPlace looks like this function; rename it to reallocateInplace
                      public static long usableSize(long size, long align) { throw new UnsupportedOperationException("usableSize"); }
                        // line 11: useableSize looks like this function; rename it to usableSize
                    help: add them with exactly these signatures and your own bodies, or rename as suggested
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=MissingFunction
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
    void namesFromCAreSuggested() {
        Compilation.assertRefused("""
                PoolAllocator.java:6:14: error: [Heapwright/MissingFunction] allocator com.acme.PoolAllocator is missing 3 required functions
                      public static long allocate(long size, long align) { throw new UnsupportedOperationException("allocate"); }
                        // line 7: malloc looks like this function; rename it to allocate
                      public static void deallocate(long address, long oldSize, long align) { throw new UnsupportedOperationException("deallocate"); }
                        // line 8: free looks like this function; rename it to deallocate
                      public static long reallocate(long address, long oldSize, long size, long align) { throw new UnsupportedOperationException("reallocate"); }
                        // line 9: realloc looks like this function; rename it to reallocate
                    help: add them with exactly these signatures and your own bodies, or rename as suggested
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=MissingFunction
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
    void callocIsSuggestedForAllocate() {
        Compilation.assertRefused(
                """
                PoolAllocator.java:4:14: error: [Heapwright/MissingFunction] allocator com.acme.PoolAllocator is missing the required function allocate
                      public static long allocate(long size, long align) { throw new UnsupportedOperationException("allocate"); }
                        // line 5: calloc looks like this function; rename it to allocate
                    help: add it with exactly this signature and your own body, or rename as suggested
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=MissingFunction
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
                PoolAllocator.java:4:14: error: [Heapwright/MissingFunction] allocator com.acme.PoolAllocator is missing the required function allocate
                      public static long allocate(long size, long align) { throw new UnsupportedOperationException("allocate"); }
                    help: add it with exactly this signature and your own body
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=MissingFunction
                """,
                AllocatorSource.named("com.acme.PoolAllocator")
                        .replacing("allocate", """
                static long allo(long size, long align) { return 0; }
                static long allocateAll(long size, long align) { return 0; }
                """)
                        .replacing("usableSize", "public static long usableSize(long size, long align) { return 0; }")
                        .text());
    }

    @ParameterizedTest
    @CsvSource({
        "allocate, alloc",
        "allocate, __rust_allocate",
        "allocate, aligned_alloc",
        "deallocate, dealloc",
        "deallocate, __rust_dealloc",
        "reallocate, rallocx",
        "reallocateInplace, __rust_reallocate_inplace",
        "reallocateInplace, xallocx",
        "usableSize, usable_size",
        "usableSize, malloc_usable_size",
    })
    void theNamesOfOtherLanguagesAreKnown(String function, String name) {
        String messages = Compilation.of(
                        Compilation.STRICT,
                        List.of(new HeapwrightProcessor()),
                        AllocatorSource.named("com.acme.PoolAllocator")
                                .replacing(function, "static native long " + name + "(long size);")
                                .text())
                .messages();
        assertTrue(messages.contains(name + " looks like this function; rename it to " + function), messages);
    }

    @Test
    void theNearestIsSuggestedWhereverItIs() {
        Compilation.assertRefused(
                """
                PoolAllocator.java:4:14: error: [Heapwright/MissingFunction] allocator com.acme.PoolAllocator is missing the required function allocate
                      public static long allocate(long size, long align) { throw new UnsupportedOperationException("allocate"); }
                        // line 7: allocat looks like this function; rename it to allocate
                    help: add it with exactly this signature and your own body, or rename as suggested
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=MissingFunction
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
    void aMethodIsSuggestedOnceForTheFunctionItIsNearestTo() {
        Compilation.assertRefused("""
                PoolAllocator.java:6:14: error: [Heapwright/MissingFunction] allocator com.acme.PoolAllocator is missing 2 required functions
                      public static void deallocate(long address, long oldSize, long align) { throw new UnsupportedOperationException("deallocate"); }
                        // line 7: dealocate looks like this function; rename it to deallocate
                      public static long reallocate(long address, long oldSize, long size, long align) { throw new UnsupportedOperationException("reallocate"); }
                    help: add them with exactly these signatures and your own bodies, or rename as suggested
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=MissingFunction
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
    void aMethodThatIsNearerToAPresentFunctionIsNotSuggested() {
        Compilation.assertRefused(
                """
                PoolAllocator.java:4:14: error: [Heapwright/MissingFunction] allocator com.acme.PoolAllocator is missing the required function reallocate
                      public static long reallocate(long address, long oldSize, long size, long align) { throw new UnsupportedOperationException("reallocate"); }
                    help: add it with exactly this signature and your own body
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=MissingFunction
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
                PoolAllocator.java:4:14: error: [Heapwright/MissingFunction] allocator com.acme.PoolAllocator is missing the required function reallocate
                      public static long reallocate(long address, long oldSize, long size, long align) { throw new UnsupportedOperationException("reallocate"); }
                        // line 5: meallocate looks like this function; rename it to reallocate
                    help: add it with exactly this signature and your own body, or rename as suggested
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=MissingFunction
                """,
                AllocatorSource.named("com.acme.PoolAllocator")
                        .withFirst("static void meallocate(long address) {}")
                        .without("reallocate")
                        .replacing("usableSize", "public static long usableSize(long size, long align) { return 0; }")
                        .text());
    }

    @Test
    void aFunctionOfTheContractIsNotSuggestedForAnother() {
        Compilation.assertRefused(
                """
                PoolAllocator.java:4:14: error: [Heapwright/MissingFunction] allocator com.acme.PoolAllocator is missing the required function reallocate
                      public static long reallocate(long address, long oldSize, long size, long align) { throw new UnsupportedOperationException("reallocate"); }
                    help: add it with exactly this signature and your own body
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=MissingFunction
                """,
                AllocatorSource.named("com.acme.PoolAllocator")
                        .without("reallocate")
                        .replacing("usableSize", "public static long usableSize(long size, long align) { return 0; }")
                        .text());
    }

    @Test
    void theLineIsThatOfTheName() {
        Compilation.assertRefused(
                """
                PoolAllocator.java:4:14: error: [Heapwright/MissingFunction] allocator com.acme.PoolAllocator is missing the required function allocate
                      public static long allocate(long size, long align) { throw new UnsupportedOperationException("allocate"); }
                        // line 7: alocate looks like this function; rename it to allocate
                    help: add it with exactly this signature and your own body, or rename as suggested
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=MissingFunction
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
