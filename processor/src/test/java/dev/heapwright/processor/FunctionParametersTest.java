package dev.heapwright.processor;

import dev.heapwright.testing.AllocatorSource;
import org.junit.jupiter.api.Test;

class FunctionParametersTest {
    @Test
    void tooFewParametersAreRefused() {
        Compilation.assertRefused(
                """
                PoolAllocator.java:9:24: error: [Heapwright/WrongSignature] com.acme.PoolAllocator.usableSize has 1 parameter, must have 2
                      - public static long usableSize(long size)
                      + public static long usableSize(long size, long align)
                    help: declare it as shown
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=WrongSignature
                """,
                AllocatorSource.named("com.acme.PoolAllocator")
                        .replacing("usableSize", "public static long usableSize(long size) { return size; }")
                        .text());
    }

    @Test
    void tooManyParametersAreRefused() {
        Compilation.assertRefused(
                """
                PoolAllocator.java:6:24: error: [Heapwright/WrongSignature] com.acme.PoolAllocator.deallocate has 4 parameters, must have 3
                      - public static void deallocate(long address, long oldSize, long size, long align)
                      + public static void deallocate(long address, long oldSize, long align)
                    help: declare it as shown
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=WrongSignature
                """,
                AllocatorSource.named("com.acme.PoolAllocator")
                        .replacing(
                                "deallocate",
                                "public static void deallocate(long address, long oldSize, long size, long align) {}")
                        .text());
    }

    @Test
    void noParametersAreRefused() {
        Compilation.assertRefused(
                """
                PoolAllocator.java:5:24: error: [Heapwright/WrongSignature] com.acme.PoolAllocator.allocate has 0 parameters, must have 2
                      - public static long allocate()
                      + public static long allocate(long size, long align)
                    help: declare it as shown
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=WrongSignature
                """,
                AllocatorSource.named("com.acme.PoolAllocator")
                        .replacing("allocate", "public static long allocate() { return 0; }")
                        .text());
    }

    @Test
    void aParameterOfAnotherTypeIsReportedAtItsType() {
        Compilation.assertRefused(
                """
                PoolAllocator.java:5:44: error: [Heapwright/WrongSignature] com.acme.PoolAllocator.allocate: parameter align is int, must be long
                      - public static long allocate(long size, int align)
                      + public static long allocate(long size, long align)
                    help: declare it as shown
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=WrongSignature
                """,
                AllocatorSource.named("com.acme.PoolAllocator")
                        .replacing("allocate", "public static long allocate(long size, int align) { return 0; }")
                        .text());
    }

    @Test
    void aBoxedParameterIsRefused() {
        Compilation.assertRefused(
                """
                PoolAllocator.java:9:35: error: [Heapwright/WrongSignature] com.acme.PoolAllocator.usableSize: parameter size is java.lang.Long, must be long
                      - public static long usableSize(Long size, long align)
                      + public static long usableSize(long size, long align)
                    help: declare it as shown
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=WrongSignature
                """,
                AllocatorSource.named("com.acme.PoolAllocator")
                        .replacing(
                                "usableSize", "public static long usableSize(Long size, long align) { return size; }")
                        .text());
    }

    @Test
    void anArrayIsRefused() {
        Compilation.assertRefused(
                """
                PoolAllocator.java:9:50: error: [Heapwright/WrongSignature] com.acme.PoolAllocator.usableSize: parameter align is long[], must be long
                      - public static long usableSize(long size, long[] align)
                      + public static long usableSize(long size, long align)
                    help: declare it as shown
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=WrongSignature
                """,
                AllocatorSource.named("com.acme.PoolAllocator")
                        .replacing(
                                "usableSize", "public static long usableSize(long size, long[] align) { return size; }")
                        .text());
    }

    @Test
    void severalParametersOfAnotherTypeAreOneError() {
        Compilation.assertRefused(
                """
                PoolAllocator.java:7:49: error: [Heapwright/WrongSignature] com.acme.PoolAllocator.reallocate: parameter oldSize is int, must be long
                      - public static long reallocate(long address, int oldSize, int size, byte align)
                      + public static long reallocate(long address, long oldSize, long size, long align)
                    help: declare it as shown
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=WrongSignature
                """,
                AllocatorSource.named("com.acme.PoolAllocator")
                        .replacing(
                                "reallocate",
                                "public static long reallocate(long address, int oldSize, int size, byte align) { return 0; }")
                        .text());
    }

    @Test
    void additionalVarargsAreRefused() {
        Compilation.assertRefused(
                """
                PoolAllocator.java:6:67: error: [Heapwright/WrongSignature] com.acme.PoolAllocator.deallocate is varargs
                      - public static void deallocate(long address, long oldSize, long... align)
                      + public static void deallocate(long address, long oldSize, long align)
                    help: declare it as shown
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=WrongSignature
                """,
                AllocatorSource.named("com.acme.PoolAllocator")
                        .replacing(
                                "deallocate",
                                "public static void deallocate(long address, long oldSize, long... align) {}")
                        .text());
    }

    @Test
    void varargsInsteadOfFixedParametersAreRefused() {
        Compilation.assertRefused(
                """
                PoolAllocator.java:5:24: error: [Heapwright/WrongSignature] com.acme.PoolAllocator.allocate has 1 parameter, must have 2
                      - public static long allocate(long... sizeAndAlign)
                      + public static long allocate(long size, long align)
                    help: declare it as shown
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=WrongSignature
                """,
                AllocatorSource.named("com.acme.PoolAllocator")
                        .replacing("allocate", "public static long allocate(long... sizeAndAlign) { return 0; }")
                        .text());
    }
}
