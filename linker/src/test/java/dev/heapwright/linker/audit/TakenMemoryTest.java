package dev.heapwright.linker.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.linker.process.ProcessMode;
import java.util.List;
import org.junit.jupiter.api.Test;

class TakenMemoryTest {
    private static final ArtifactMemory LIBRARIES = new ArtifactMemory(
            List.of(),
            List.of(
                    new NativeLibrary("libio.so", List.of("malloc", "mmap")),
                    new NativeLibrary("libmath.so", List.of()),
                    new NativeLibrary("libpages.so", List.of("mmap64")),
                    new NativeLibrary("libtext.so", List.of("strdup"))),
            List.of(),
            List.of());

    @Test
    void librariesAreGovernedByTheProcessIfTheyCallMalloc() {
        assertEquals(
                List.of(
                        taken(Governor.PROCESS, "libio.so (malloc, mmap)", "libtext.so (strdup)"),
                        taken(Governor.NOBODY, "libpages.so (mmap64)")),
                TakenMemory.of(LIBRARIES, ProcessMode.PRELOADED, false));
    }

    @Test
    void otherwiseNobodyGovernsThem() {
        assertEquals(
                List.of(taken(
                        Governor.NOBODY, "libio.so (malloc, mmap)", "libpages.so (mmap64)", "libtext.so (strdup)")),
                TakenMemory.of(LIBRARIES, ProcessMode.NONE, false));
    }

    @Test
    void thoseOfTheAllocatorAreTheHeap() {
        ArtifactMemory jemalloc = new ArtifactMemory(
                List.of(), List.of(new NativeLibrary("libjemalloc.so", List.of("mmap"))), List.of(), List.of());
        assertEquals(
                List.of(taken(Governor.HEAP, "libjemalloc.so (mmap)")),
                TakenMemory.of(jemalloc, ProcessMode.NONE, true));
    }

    @Test
    void threePlacesAreShown() {
        assertEquals("a, b, c", taken(Governor.NOBODY, "a", "b", "c").shown());
        assertEquals("a, b, c, ...", taken(Governor.NOBODY, "a", "b", "c", "d").shown());
    }

    private static TakenMemory taken(Governor governor, String... places) {
        return new TakenMemory("native libraries", governor, List.of(places));
    }
}
