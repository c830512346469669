package dev.heapwright.heap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** There is advice for each allocator that is shipped with Heapwright, and none for others. */
class ExhaustionHelpTest {
    private static final String MIMALLOC = "dev.heapwright.mimalloc.MimallocAllocator";
    private static final String JEMALLOC = "dev.heapwright.jemalloc.JemallocAllocator";
    private static final String SYSTEM = "dev.heapwright.system.SystemAllocator";

    @Test
    void mimallocsLimitIsMentionedIfItIsReached() {
        assertEquals("", ExhaustionHelp.of(MIMALLOC, 128L << 20));
        assertEquals(
                "mimalloc refuses alignments of 256 MiB and more, however much memory is free",
                ExhaustionHelp.of(MIMALLOC, 256L << 20));
        assertEquals(ExhaustionHelp.of(MIMALLOC, 256L << 20), ExhaustionHelp.of(MIMALLOC, 1L << 40));
    }

    @Test
    void forJemallocAddressSpaceIsMentioned() {
        assertEquals(
                "if address space is limited (ulimit -v), JE_MALLOC_CONF=retain:false makes jemalloc release that of freed blocks",
                ExhaustionHelp.of(JEMALLOC, 8));
    }

    @Test
    void forTheSystemsAllocatorTheJvmIsMentioned() {
        assertEquals(
                "the JVM uses the same malloc and may crash if it runs out of memory: leave it some room",
                ExhaustionHelp.of(SYSTEM, 8));
    }

    @Test
    void forOthersThereIsNoAdvice() {
        assertEquals("", ExhaustionHelp.of("com.acme.PoolAllocator", 1L << 40));
    }

    @Test
    void thePageShowsEachLine() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "diagnostics", "HeapExhausted.md"));
        for (String allocator : List.of(MIMALLOC, JEMALLOC, SYSTEM)) {
            String help = ExhaustionHelp.of(allocator, 1L << 40);
            assertTrue(page.contains("`" + help + "`"), help);
        }
    }
}
