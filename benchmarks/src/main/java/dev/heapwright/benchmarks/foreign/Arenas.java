package dev.heapwright.benchmarks.foreign;

import dev.heapwright.benchmarks.allocation.SubjectJvm;
import dev.heapwright.foreign.GrowingAllocator;
import dev.heapwright.foreign.HeapArena;
import java.lang.foreign.Arena;
import java.lang.foreign.SegmentAllocator;
import java.util.List;

/** The kinds of arena. Each has its own JVM, so that only its code is compiled into the loops. */
enum Arenas {
    JDK("Arena", ""),
    HEAP_SYSTEM("HeapArena, system", "system"),
    HEAP_JEMALLOC("HeapArena, jemalloc", "jemalloc"),
    HEAP_MIMALLOC("HeapArena, mimalloc", "mimalloc");

    /** The system property that selects the one that a JVM measures. */
    static final String PROPERTY = "heapwright.benchmark.arenas";

    static final Arenas MEASURED = valueOf(System.getProperty(PROPERTY, "JDK"));

    private static final boolean HEAP = MEASURED != JDK;

    private final String title;
    private final String binding;

    Arenas(String title, String binding) {
        this.title = title;
        this.binding = binding;
    }

    String title() {
        return title;
    }

    /** {@return the JVM in which they are measured} */
    SubjectJvm jvm() {
        return new SubjectJvm(title, binding, List.of("-D" + PROPERTY + "=" + name()));
    }

    static Arena ofConfined() {
        return HEAP ? HeapArena.ofConfined() : Arena.ofConfined();
    }

    static Arena ofShared() {
        return HEAP ? HeapArena.ofShared() : Arena.ofShared();
    }

    /**
     * {@return the allocator that carves segments out of larger blocks; the JDK's uses a single block}
     *
     * @param arena from here
     * @param bytes the total size of all segments
     */
    static SegmentAllocator cutter(Arena arena, long bytes) {
        return HEAP
                ? new GrowingAllocator((HeapArena) arena)
                : SegmentAllocator.slicingAllocator(arena.allocate(bytes, 8));
    }
}
