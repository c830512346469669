package dev.heapwright.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.testing.AllocatorSource;
import java.util.List;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;

/** Types that do not exist yet, and types that never will. */
class RoundsTest {
    private static final String REFERS_TO_SIZE = AllocatorSource.named("com.acme.PoolAllocator")
            .replacing("allocate", "public static long allocate(Size size, long align) { return 0; }")
            .without("usableSize")
            .text();

    @Test
    void anAllocatorFromALaterRoundIsChecked() {
        Compilation compilation = compile(
                new Generating(
                        "SlabAllocator",
                        AllocatorSource.named("com.acme.SlabAllocator")
                                .without("usableSize")
                                .text()),
                """
                package com.acme;

                @dev.heapwright.annotations.NeedsAllocator
                class Index {}
                """);
        assertEquals("""
                SlabAllocator.java:4:14: error: [Heapwright/MissingFunction] allocator com.acme.SlabAllocator is missing the required function usableSize
                      public static long usableSize(long size, long align) { throw new UnsupportedOperationException("usableSize"); }
                    help: add it with exactly this signature and your own body
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=MissingFunction
                """, compilation.messages());
        assertEquals(
                List.of("META-INF/heapwright/needs-allocator/com.acme.Index\ncontract=1\n"), compilation.markers());
    }

    @Test
    void allocatorsFromDifferentRoundsAreCounted() {
        Compilation compilation = compile(
                new Generating(
                        "SlabAllocator",
                        AllocatorSource.named("com.acme.SlabAllocator").text()),
                AllocatorSource.named("com.acme.PoolAllocator").text());
        assertEquals("""
                PoolAllocator.java:4:14: error: [Heapwright/DuplicateAllocator] com.acme.PoolAllocator: module has 2 @Allocator classes; only one is allowed
                      also annotated @Allocator: com.acme.SlabAllocator (SlabAllocator.java:3)
                    help: keep @Allocator on one of them, and move the others to separate modules
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=DuplicateAllocator
                """, compilation.messages());
    }

    @Test
    void aPathThroughAClassFromALaterRoundIsReportedOnce() {
        Compilation compilation = compile(
                new Generating("Chunks", """
                package com.acme;

                final class Chunks {
                    static Index index;
                }
                """),
                AllocatorSource.named("com.acme.PoolAllocator")
                        .replacing(
                                "allocate",
                                "public static long allocate(long size, long align) { return Chunks.index.add(); }")
                        .text(),
                """
                package com.acme;

                @dev.heapwright.annotations.NeedsAllocator
                class Index { native int add(); }
                """);
        assertEquals("""
                PoolAllocator.java:5:77: error: [Heapwright/CircularDependency] circular dependency: allocator com.acme.PoolAllocator uses com.acme.Index, which needs an allocator
                      com.acme.PoolAllocator.allocate(long, long)
                      -> com.acme.Index.add() (needs an allocator)
                      -> com.acme.PoolAllocator
                    help: an allocator may only use code that needs no allocator; get memory from
                          dev.heapwright.memory.CHeap instead, or remove the call
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=CircularDependency
                """, compilation.messages());
    }

    @Test
    void anAllocatorMayExtendAClassFromALaterRound() {
        Compilation compilation = compile(
                new Generating("Base", """
                package com.acme;

                class Base {}
                """),
                AllocatorSource.named("com.acme.PoolAllocator")
                        .declared("public final class PoolAllocator extends Base")
                        .text());
        assertEquals("", compilation.messages());
        assertEquals(
                List.of(
                        "META-INF/heapwright/allocator/com.acme.PoolAllocator\ncontract=1\nname=com.acme.PoolAllocator\n"),
                compilation.markers());
    }

    @Test
    void aWrongTypeFromALaterRoundIsReported() {
        Compilation compilation = compile(new Generating("Size", """
                package com.acme;

                class Size {}
                """), REFERS_TO_SIZE);
        assertEquals("""
                PoolAllocator.java:4:14: error: [Heapwright/MissingFunction] allocator com.acme.PoolAllocator is missing the required function usableSize
                      public static long usableSize(long size, long align) { throw new UnsupportedOperationException("usableSize"); }
                    help: add it with exactly this signature and your own body
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=MissingFunction
                PoolAllocator.java:5:33: error: [Heapwright/WrongSignature] com.acme.PoolAllocator.allocate: parameter size is com.acme.Size, must be long
                      - public static long allocate(Size size, long align)
                      + public static long allocate(long size, long align)
                    help: declare it as shown
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=WrongSignature
                """, compilation.messages());
        assertEquals(List.of(), compilation.markers());
    }

    @Test
    void aMissingTypeIsLeftToTheCompiler() {
        Compilation compilation = Compilation.of("""
                package com.acme;

                @dev.heapwright.annotations.Allocator
                public final class PoolAllocator {
                    public static Adress allocate(long size, long align) { return 0; }
                    public static void deallocate(long address, lnog oldSize, long align) {}
                    public static long reallocate(long address, long oldSize, long size, long align) { return 0; }
                    public static long reallocateInplace(long address, long oldSize, long size, long align) { return 0; }
                    public static long usableSize(long size, long align) throws Oops { return size; }
                }
                """);
        assertEquals("", compilation.ownMessages());
        assertEquals(
                List.of(5L, 6L, 9L),
                compilation.diagnostics().stream()
                        .map(Diagnostic::getLineNumber)
                        .sorted()
                        .toList());
        assertEquals(List.of(), compilation.markers());
    }

    @Test
    void otherProblemsBesideAMissingTypeAreReportedToo() {
        Compilation compilation = Compilation.of(REFERS_TO_SIZE);
        assertEquals(2, compilation.diagnostics().size());
        assertEquals("""
                PoolAllocator.java:4:14: error: [Heapwright/MissingFunction] allocator com.acme.PoolAllocator is missing the required function usableSize
                      public static long usableSize(long size, long align) { throw new UnsupportedOperationException("usableSize"); }
                    help: add it with exactly this signature and your own body
                    more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=MissingFunction
                """, compilation.ownMessages());
        assertEquals(List.of(), compilation.markers());
    }

    private static Compilation compile(Generating other, String... sources) {
        return Compilation.of(Compilation.STRICT, List.of(other, new HeapwrightProcessor()), sources);
    }
}
