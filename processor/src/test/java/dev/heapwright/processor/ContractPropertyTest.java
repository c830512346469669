package dev.heapwright.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.heapwright.testing.Tries;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsCoverage;

/**
 * Compares the processor's verdict on a class with that of javac, which does not know the contract
 * ({@link JavacOpinion}): a class is accepted if and only if glue can be compiled against it, and its functions have
 * exactly the signatures that the glue calls.
 */
class ContractPropertyTest {
    private static final String BASE = """
            package com.acme;
            public class Base {
                public static class Checked extends Exception {}
                public static class Unchecked extends IllegalStateException {}
                public static long allocate(long size, long align) { return 0; }
                public static long usableSize(long size, long align) { return size; }
            }
            """;

    /** Class files are generated only for javac's opinion. */
    private static final List<String> OPTIONS = List.of("--limit-modules", "java.base", "--should-stop=ifNoError=FLOW");

    private static final int TRIES = 300;

    // A fixed seed, so that each build compiles the same sources. Change it to try others.
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, seed = "20261122")
    void aClassIsAcceptedExactlyIfGlueCanCallIt(@ForAll("nearAllocators") String source) {
        Compilation compilation = Compilation.of(OPTIONS, List.of(new HeapwrightProcessor()), source, BASE);
        assertFalse(compilation.messages().contains("InternalError"), compilation.messages());

        JavacOpinion opinion = opinion(source);
        Statistics.collect(opinion);
        // If only some of the cases are tried, the proportions are arbitrary.
        if (Tries.of(TRIES) == TRIES) {
            Statistics.coverage(ContractPropertyTest::bothVerdictsAreCommon);
        }
        Assume.that(opinion != JavacOpinion.NO_JAVA);
        boolean accepted = opinion == JavacOpinion.ACCEPTED;
        assertEquals(accepted, !compilation.ownMessages().contains("error: "), compilation.messages());
        assertEquals(accepted ? 1 : 0, compilation.markers().size(), compilation.messages());
    }

    @Provide
    Arbitrary<String> nearAllocators() {
        return NearAllocators.sources();
    }

    private static void bothVerdictsAreCommon(StatisticsCoverage coverage) {
        coverage.check(JavacOpinion.ACCEPTED).percentage(percentage -> percentage > 10);
        coverage.check(JavacOpinion.REFUSED).percentage(percentage -> percentage > 10);
    }

    private static JavacOpinion opinion(String source) {
        String folder = source.startsWith("package") ? "com/acme/" : "";
        boolean nested = source.contains(" Outer");
        String around = nested ? source.contains(" Middle") ? "Outer$Middle$" : "Outer$" : "";
        return JavacOpinion.of(
                folder.replace('/', '.') + around + "Pool",
                Map.of(folder + (nested ? "Outer" : "Pool") + ".java", source, "com/acme/Base.java", BASE));
    }
}
