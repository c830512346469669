package dev.heapwright.front;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/** What may not be: jcstress has to say so, or it would not say it of the others either. */
final class PlantedRaces {
    private PlantedRaces() {}

    /** Two threads have the same blocks, each in a magazine of its own. */
    @JCStressTest
    @Outcome(id = "once", expect = ACCEPTABLE, desc = "each block once")
    @State
    public static class SameBlocks {
        private final long[] magazine = {2, 10, 20};
        private final long[] copy = magazine.clone();
        private long first;
        private long second;

        @Actor
        public void first() {
            first = Magazine.pop(magazine);
        }

        @Actor
        public void second() {
            second = Magazine.pop(copy);
        }

        @Arbiter
        public void taken(L_Result result) {
            result.r1 = first == second ? "twice" : "once";
        }
    }
}
