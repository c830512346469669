package dev.heapwright.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.testing.AllocatorSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class SwappedParametersRuleTest {
    private static final List<String> MARKER =
            List.of("META-INF/heapwright/allocator/com.acme.PoolAllocator\ncontract=1\nname=com.acme.PoolAllocator\n");

    @Test
    void anAlignmentInThePlaceOfASizeGetsAWarning() {
        assertWarned(
                """
                PoolAllocator.java:5:45: warning: [Heapwright/SwappedParameters] com.acme.PoolAllocator.allocate has align where size belongs, and vice versa
                      required: public static long allocate(long size, long align)
                      found:    public static native long allocate(long align, long size)
                    help: callers pass arguments in the required order, whatever the names: if the body relies on
                          the names, swap the parameters; if it relies on the order, rename them
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=SwappedParameters
                PoolAllocator.java:9:47: warning: [Heapwright/SwappedParameters] com.acme.PoolAllocator.usableSize has alignment where size belongs, and vice versa
                      required: public static long usableSize(long size, long align)
                      found:    public static native long usableSize(long alignment, long bytes)
                    help: callers pass arguments in the required order, whatever the names: if the body relies on
                          the names, swap the parameters; if it relies on the order, rename them
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=SwappedParameters
                """,
                AllocatorSource.named("com.acme.PoolAllocator")
                        .withNatives()
                        .replacing("allocate", "public static native long allocate(long align, long size);")
                        .replacing("usableSize", "public static native long usableSize(long alignment, long bytes);")
                        .text());
    }

    @Test
    void sizesInTheWrongOrderGetAWarning() {
        assertWarned(
                """
                PoolAllocator.java:7:61: warning: [Heapwright/SwappedParameters] com.acme.PoolAllocator.reallocate has size where oldSize belongs, and vice versa
                      required: public static long reallocate(long address, long oldSize, long size, long align)
                      found:    public static native long reallocate(long address, long size, long oldSize, long align)
                    help: callers pass arguments in the required order, whatever the names: if the body relies on
                          the names, swap the parameters; if it relies on the order, rename them
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=SwappedParameters
                PoolAllocator.java:8:68: warning: [Heapwright/SwappedParameters] com.acme.PoolAllocator.reallocateInplace has newSize where oldSize belongs, and vice versa
                      required: public static long reallocateInplace(long address, long oldSize, long size, long align)
                      found:    public static native long reallocateInplace(long address, long newSize, long old_size, long align)
                    help: callers pass arguments in the required order, whatever the names: if the body relies on
                          the names, swap the parameters; if it relies on the order, rename them
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=SwappedParameters
                """,
                AllocatorSource.named("com.acme.PoolAllocator")
                        .withNatives()
                        .replacing(
                                "reallocate",
                                "public static native long reallocate(long address, long size, long oldSize, long align);")
                        .replacing(
                                "reallocateInplace",
                                "public static native long reallocateInplace(long address, long newSize, long old_size, long align);")
                        .text());
    }

    @Test
    void anAddressThatDoesNotComeFirstGetsAWarning() {
        assertWarned("""
                PoolAllocator.java:8:47: warning: [Heapwright/SwappedParameters] com.acme.PoolAllocator.deallocate has oldSize where address belongs, and vice versa
                      required: public static void deallocate(long address, long oldSize, long align)
                      found:    public static native void deallocate(long oldSize, long address, long align)
                    help: callers pass arguments in the required order, whatever the names: if the body relies on
                          the names, swap the parameters; if it relies on the order, rename them
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=SwappedParameters
                PoolAllocator.java:9:47: warning: [Heapwright/SwappedParameters] com.acme.PoolAllocator.reallocate has align where address belongs, and vice versa
                      required: public static long reallocate(long address, long oldSize, long size, long align)
                      found:    public static native long reallocate(long align, long oldSize, long size, long PTR)
                    help: callers pass arguments in the required order, whatever the names: if the body relies on
                          the names, swap the parameters; if it relies on the order, rename them
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=SwappedParameters
                PoolAllocator.java:10:54: warning: [Heapwright/SwappedParameters] com.acme.PoolAllocator.reallocateInplace has size where address belongs, and vice versa
                      required: public static long reallocateInplace(long address, long oldSize, long size, long align)
                      found:    public static native long reallocateInplace(long size, long oldSize, long ptr, long align)
                    help: callers pass arguments in the required order, whatever the names: if the body relies on
                          the names, swap the parameters; if it relies on the order, rename them
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=SwappedParameters
                """, """
                package com.acme;

                import dev.heapwright.annotations.Allocator;

                @Allocator
                public final class PoolAllocator {
                    public static native long allocate(long size, long align);
                    public static native void deallocate(long oldSize, long address, long align);
                    public static native long reallocate(long align, long oldSize, long size, long PTR);
                    public static native long reallocateInplace(long size, long oldSize, long ptr, long align);
                    public static native long usableSize(long size, long align);
                }
                """);
    }

    @Test
    void aSingleSizeNeedsNoMoreSpecificName() {
        assertWarned(
                """
                PoolAllocator.java:6:61: warning: [Heapwright/SwappedParameters] com.acme.PoolAllocator.deallocate has align where oldSize belongs, and vice versa
                      required: public static void deallocate(long address, long oldSize, long align)
                      found:    public static native void deallocate(long address, long align, long size)
                    help: callers pass arguments in the required order, whatever the names: if the body relies on
                          the names, swap the parameters; if it relies on the order, rename them
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=SwappedParameters
                """,
                AllocatorSource.named("com.acme.PoolAllocator")
                        .withNatives()
                        .replacing(
                                "deallocate",
                                "public static native void deallocate(long address, long align, long size);")
                        .text());
    }

    @Test
    void eachPairGetsAWarning() {
        assertWarned(
                """
                PoolAllocator.java:7:47: warning: [Heapwright/SwappedParameters] com.acme.PoolAllocator.reallocate has oldSize where address belongs, and vice versa
                      required: public static long reallocate(long address, long oldSize, long size, long align)
                      found:    public static native long reallocate(long oldSize, long address, long alignment, long length)
                    help: callers pass arguments in the required order, whatever the names: if the body relies on
                          the names, swap the parameters; if it relies on the order, rename them
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=SwappedParameters
                PoolAllocator.java:7:75: warning: [Heapwright/SwappedParameters] com.acme.PoolAllocator.reallocate has alignment where size belongs, and vice versa
                      required: public static long reallocate(long address, long oldSize, long size, long align)
                      found:    public static native long reallocate(long oldSize, long address, long alignment, long length)
                    help: callers pass arguments in the required order, whatever the names: if the body relies on
                          the names, swap the parameters; if it relies on the order, rename them
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=SwappedParameters
                """,
                AllocatorSource.named("com.acme.PoolAllocator")
                        .withNatives()
                        .replacing(
                                "reallocate",
                                "public static native long reallocate(long oldSize, long address, long alignment, long length);")
                        .text());
    }

    @Test
    void unknownNamesAreAllowedAnywhere() {
        Compilation.assertAccepted(MARKER, """
                package com.acme;

                import dev.heapwright.annotations.Allocator;

                @Allocator
                public final class PoolAllocator {
                    public static native long allocate(long n, long size);
                    public static native void deallocate(long align, long a, long b);
                    public static native long reallocate(long address, long size, long newSize, long align);
                    public static native long reallocateInplace(long p, long from, long to, long alignment);
                    public static native long usableSize(long align, long request);
                }
                """);
    }

    @Test
    void aFunctionThatIsOtherwiseWrongIsReportedOnce() {
        Compilation.assertRefused(
                """
                PoolAllocator.java:5:52: error: [Heapwright/WrongSignature] com.acme.PoolAllocator.allocate: parameter align is int, must be long
                      - public static native long allocate(long align, int size)
                      + public static native long allocate(long size, long align)
                    help: declare it as shown
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=WrongSignature
                """,
                AllocatorSource.named("com.acme.PoolAllocator")
                        .withNatives()
                        .replacing("allocate", "public static native long allocate(long align, int size);")
                        .text());
    }

    /** The allocator is accepted nevertheless. */
    private static void assertWarned(String messages, String source) {
        Compilation compilation = Compilation.of(Compilation.LINTED, List.of(new HeapwrightProcessor()), source);
        assertEquals(messages, compilation.messages());
        assertEquals(MARKER, compilation.markers());
        EclipseCompilation.assertSame(messages, MARKER, source);
    }
}
