package dev.heapwright.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.diagnostic.DiagnosticId;
import dev.heapwright.testing.Tries;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever is in the sources: the processor has a verdict, and no internal error. */
class SourcesFuzzTest {
    private static final int CLASSES = 10_000;
    private static final List<String> OPTIONS = List.of("--limit-modules", "java.base");

    /** A program depends on its seed alone, and a message of this test names the seed. */
    @Test
    void randomClassesGetTheirVerdicts() {
        Set<DiagnosticId> verdicts = EnumSet.noneOf(DiagnosticId.class);
        long classes = 0;
        for (int seed = 0; classes < Tries.of(CLASSES); seed++) {
            RandomProgram program = program(seed);
            Compilation compilation = Compilation.of(
                    OPTIONS,
                    List.of(new HeapwrightProcessor()),
                    program.sources().toArray(String[]::new));
            verdicts.addAll(Verdicts.of("program " + seed, compilation));
            assertTrue(
                    compilation.result().written().containsKey("META-INF/heapwright/needs-allocator/fuzz.Index"),
                    "program " + seed + ": javac did not come as far as to the processor");
            classes += program.types();
        }
        if (Tries.of(CLASSES) == CLASSES) {
            assertEquals(Verdicts.ALL, verdicts);
        }
    }

    private static RandomProgram program(int seed) {
        boolean errors = seed % 4 < 2;
        return seed % 2 == 0
                ? RandomProgram.ofManyAllocators(new Random(seed), errors)
                : RandomProgram.ofOneAllocator(new Random(seed), errors);
    }
}
