package dev.heapwright.processor;

import dev.heapwright.testing.AllocatorSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class FunctionRuleTest {
    private static final List<String> MARKER =
            List.of("META-INF/heapwright/allocator/com.acme.PoolAllocator\ncontract=1\nname=com.acme.PoolAllocator\n");

    @Test
    void anAllocatorWithAllFunctionsIsAcceptedAndMarked() {
        Compilation.assertAccepted(
                MARKER, AllocatorSource.named("com.acme.PoolAllocator").text());
    }

    @Test
    void theOptionalFunctionIsAcceptedAsTheContractDeclaresIt() {
        Compilation.assertAccepted(
                MARKER,
                AllocatorSource.named("com.acme.PoolAllocator")
                        .replacing("deallocate", """
                public static long allocateZeroed(long size, long align) { return 0; }
                public static void deallocate(long address, long oldSize, long align) {}
                """)
                        .text());
    }

    @Test
    void theOptionalFunctionIsRefusedOtherwise() {
        Compilation.assertRefused(
                """
                PoolAllocator.java:6:5: error: [Heapwright/WrongSignature] com.acme.PoolAllocator.allocateZeroed is not public
                      - static long allocateZeroed(long size, long align)
                      + public static long allocateZeroed(long size, long align)
                    help: declare it as shown, or rename it: this function is optional
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=WrongSignature
                """,
                AllocatorSource.named("com.acme.PoolAllocator")
                        .replacing("deallocate", """
                static long allocateZeroed(long size, long align) { return 0; }
                public static void deallocate(long address, long oldSize, long align) {}
                """)
                        .text());
    }

    @Test
    void functionsMayBeNativeFinalSynchronizedAndStrictWithAnyParameterNames() {
        Compilation.assertAccepted(MARKER, """
                package com.acme;

                import dev.heapwright.annotations.Allocator;

                @Allocator
                public final class PoolAllocator {
                    public static native long allocate(long bytes, long alignment);
                    public static final void deallocate(long a, long b, long c) {}
                    public static synchronized long reallocate(long a, long b, long c, long d) { return 0; }
                    static public long reallocateInplace(final long a, long b, long c, long d) { return 0; }
                    public static native long usableSize(long size, long align);
                }
                """);
    }

    @Test
    void uncheckedExceptionsMayBeDeclared() {
        Compilation.assertAccepted(MARKER, """
                package com.acme;

                import dev.heapwright.annotations.Allocator;

                @Allocator
                public final class PoolAllocator {
                    public static long allocate(long size, long align) throws OutOfMemoryError { return 0; }
                    public static void deallocate(long address, long oldSize, long align) throws RuntimeException {}
                    public static long reallocate(long address, long oldSize, long size, long align) { return 0; }
                    public static long reallocateInplace(long address, long oldSize, long size, long align) { return 0; }
                    public static long usableSize(long size, long align) throws Error, IllegalStateException { return size; }
                }
                """);
    }

    @Test
    void annotationsOnTypesAreIgnored() {
        Compilation.assertAccepted(
                MARKER,
                AllocatorSource.named("com.acme.PoolAllocator")
                        .replacing(
                                "allocate",
                                "public static @Unsigned long allocate(@Unsigned long size, long align) { return 0; }")
                        .text(),
                """
                package com.acme;

                import java.lang.annotation.ElementType;
                import java.lang.annotation.Target;

                @Target(ElementType.TYPE_USE)
                @interface Unsigned {}
                """);
    }

    @Test
    void overloadsBesideTheCorrectFunctionAreAllowed() {
        Compilation.assertAccepted(
                MARKER,
                AllocatorSource.named("com.acme.PoolAllocator")
                        .withFirst("public static long allocate(int size, int align) { return 0; }")
                        .replacing("deallocate", """
                public long allocate(long size) { return 0; }
                public static void deallocate(long address, long oldSize, long align) {}
                """)
                        .replacing("usableSize", """
                static <T> T usableSize(T size) throws Exception { return size; }
                public static long usableSize(long size, long align) { return size; }
                """)
                        .text());
    }

    @Test
    void ifAllOverloadsAreWrongTheNearestIsReported() {
        Compilation.assertRefused(
                """
                PoolAllocator.java:6:44: error: [Heapwright/WrongSignature] com.acme.PoolAllocator.allocate: parameter align is int, must be long
                      - public static long allocate(long size, int align)
                      + public static long allocate(long size, long align)
                    help: declare it as shown
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=WrongSignature
                """,
                AllocatorSource.named("com.acme.PoolAllocator")
                        .replacing("allocate", """
                static int allocate(int size) { return 0; }
                public static long allocate(long size, int align) { return 0; }
                static long allocate(long size) { return 0; }
                """)
                        .text());
    }

    @Test
    void oneMissingFunctionIsNamedInTheHeadline() {
        Compilation.assertRefused(
                """
                PoolAllocator.java:4:14: error: [Heapwright/MissingFunction] allocator com.acme.PoolAllocator is missing the required function usableSize
                      public static long usableSize(long size, long align) { throw new UnsupportedOperationException("usableSize"); }
                    help: add it with exactly this signature and your own body
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=MissingFunction
                """,
                AllocatorSource.named("com.acme.PoolAllocator")
                        .without("usableSize")
                        .text());
    }

    @Test
    void allMissingFunctionsAreOneError() {
        Compilation.assertRefused("""
                PoolAllocator.java:6:14: error: [Heapwright/MissingFunction] allocator com.acme.PoolAllocator is missing 5 required functions
                      public static long allocate(long size, long align) { throw new UnsupportedOperationException("allocate"); }
                      public static void deallocate(long address, long oldSize, long align) { throw new UnsupportedOperationException("deallocate"); }
                      public static long reallocate(long address, long oldSize, long size, long align) { throw new UnsupportedOperationException("reallocate"); }
                      public static long reallocateInplace(long address, long oldSize, long size, long align) { throw new UnsupportedOperationException("reallocateInplace"); }
                      public static long usableSize(long size, long align) { throw new UnsupportedOperationException("usableSize"); }
                    help: add them with exactly these signatures and your own bodies
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=MissingFunction
                """, """
                package com.acme;

                import dev.heapwright.annotations.Allocator;

                @Allocator
                public final class PoolAllocator {}
                """);
    }

    @Test
    void everythingWrongIsReportedAtOnceInSourceOrder() {
        Compilation.assertRefused("""
                PoolAllocator.java:6:14: error: [Heapwright/MissingFunction] allocator com.acme.PoolAllocator is missing 2 required functions
                      public static void deallocate(long address, long oldSize, long align) { throw new UnsupportedOperationException("deallocate"); }
                      public static long reallocateInplace(long address, long oldSize, long size, long align) { throw new UnsupportedOperationException("reallocateInplace"); }
                    help: add them with exactly these signatures and your own bodies
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=MissingFunction
                PoolAllocator.java:7:24: error: [Heapwright/WrongSignature] com.acme.PoolAllocator.usableSize has 1 parameter, must have 2
                      - public static long usableSize(long... size) throws java.io.IOException
                      + public static long usableSize(long size, long align)
                    help: declare it as shown
                          handle the exception in the body: try { ... } catch (java.io.IOException e) { return size; }
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=WrongSignature
                PoolAllocator.java:8:5: error: [Heapwright/WrongSignature] com.acme.PoolAllocator.reallocate is not static
                      - public long reallocate(long address, long oldSize, long size, long align)
                      + public static long reallocate(long address, long oldSize, long size, long align)
                    help: declare it as shown
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=WrongSignature
                PoolAllocator.java:9:19: error: [Heapwright/WrongSignature] com.acme.PoolAllocator.allocate returns int, must return long
                      - public static int allocate(long size, int align)
                      + public static long allocate(long size, long align)
                    help: declare it as shown
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=WrongSignature
                """, """
                package com.acme;

                import dev.heapwright.annotations.Allocator;

                @Allocator
                public final class PoolAllocator {
                    public static long usableSize(long... size) throws java.io.IOException { return 0; }
                    public long reallocate(long address, long oldSize, long size, long align) { return 0; }
                    public static int allocate(long size, int align) { return 0; }
                }
                """);
    }

    @Test
    void eachOfSeveralAllocatorsIsChecked() {
        Compilation.assertRefused(
                """
                PoolAllocator.java:9:19: error: [Heapwright/WrongSignature] com.acme.PoolAllocator.usableSize returns int, must return long
                      - public static int usableSize(long size, long align)
                      + public static long usableSize(long size, long align)
                    help: declare it as shown
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=WrongSignature
                SlabAllocator.java:4:14: error: [Heapwright/MissingFunction] allocator com.acme.SlabAllocator is missing the required function allocate
                      public static long allocate(long size, long align) { throw new UnsupportedOperationException("allocate"); }
                    help: add it with exactly this signature and your own body
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=MissingFunction
                PoolAllocator.java:4:14: error: [Heapwright/DuplicateAllocator] com.acme.PoolAllocator: module has 2 @Allocator classes; only one is allowed
                      also annotated @Allocator: com.acme.SlabAllocator (SlabAllocator.java:3)
                    help: keep @Allocator on one of them, and move the others to separate modules
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=DuplicateAllocator
                """,
                AllocatorSource.named("com.acme.PoolAllocator")
                        .replacing("usableSize", "public static int usableSize(long size, long align) { return 0; }")
                        .text(),
                AllocatorSource.named("com.acme.SlabAllocator")
                        .without("allocate")
                        .text());
    }
}
