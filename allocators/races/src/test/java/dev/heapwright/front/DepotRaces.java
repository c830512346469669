package dev.heapwright.front;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import java.util.ArrayList;
import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/** The depot: whatever two threads do at once, each magazine is taken once, with the blocks that it was given with. */
final class DepotRaces {
    private static final int CLASS = 3;

    private DepotRaces() {}

    private static Depot depotOfThree() {
        Depot depot = new Depot();
        for (long block = 10; block <= 30; block += 10) {
            depot.give(CLASS, new long[] {1, block});
        }
        return depot;
    }

    /** Returns the block of a magazine that was taken, or 0. */
    private static long block(long[] magazine) {
        return magazine == null ? 0 : magazine[1];
    }

    /** Returns the blocks of the magazines that two threads have taken and of those that are left, in order. */
    private static String all(Depot depot, long... taken) {
        List<Long> blocks = new ArrayList<>();
        for (long block : taken) {
            blocks.add(block);
        }
        for (long[] left = depot.take(CLASS); left != null; left = depot.take(CLASS)) {
            blocks.add(block(left));
        }
        return blocks.stream().filter(block -> block != 0).sorted().toList().toString();
    }

    /** Two threads take at once. */
    @JCStressTest
    @Outcome(id = "\\[10, 20, 30\\]", expect = ACCEPTABLE, desc = "each magazine once")
    @State
    public static class TwoTake {
        private final Depot depot = depotOfThree();
        private long first;
        private long second;

        @Actor
        public void first() {
            first = block(depot.take(CLASS));
        }

        @Actor
        public void second() {
            second = block(depot.take(CLASS));
        }

        @Arbiter
        public void left(L_Result result) {
            result.r1 = all(depot, first, second);
        }
    }

    /** One gives what it has just filled, and the other takes. */
    @JCStressTest
    @Outcome(id = "\\[10, 20\\]", expect = ACCEPTABLE, desc = "each magazine once, with its block")
    @State
    public static class OneGives {
        private final Depot depot = new Depot();
        private long taken;

        public OneGives() {
            depot.give(CLASS, new long[] {1, 10});
        }

        @Actor
        public void give() {
            long[] magazine = Magazine.of(1);
            Magazine.push(magazine, 20);
            depot.give(CLASS, magazine);
        }

        @Actor
        public void take() {
            taken = block(depot.take(CLASS));
        }

        @Arbiter
        public void left(L_Result result) {
            result.r1 = all(depot, taken);
        }
    }

    /** One takes two and gives the first back, while the other takes: what was at the top is there again. */
    @JCStressTest
    @Outcome(id = "\\[10, 20, 30\\]", expect = ACCEPTABLE, desc = "each magazine once")
    @State
    public static class TopComesBack {
        private final Depot depot = depotOfThree();
        private long first;
        private long second;

        @Actor
        public void first() {
            first = block(depot.take(CLASS));
        }

        @Actor
        public void second() {
            long[] top = depot.take(CLASS);
            second = block(depot.take(CLASS));
            depot.give(CLASS, top);
        }

        @Arbiter
        public void left(L_Result result) {
            result.r1 = all(depot, first, second);
        }
    }

    /** Two give where there is room for one. */
    @JCStressTest
    @Outcome(id = "one", expect = ACCEPTABLE, desc = "one of them has to keep its magazine")
    @State
    public static class LastPlace {
        private final Depot depot = new Depot();
        private boolean first;
        private boolean second;

        public LastPlace() {
            for (int i = 1; i < Depot.DEPTH; i++) {
                depot.give(CLASS, new long[] {1, i});
            }
        }

        @Actor
        public void first() {
            first = depot.give(CLASS, new long[] {1, 10});
        }

        @Actor
        public void second() {
            second = depot.give(CLASS, new long[] {1, 20});
        }

        @Arbiter
        public void left(L_Result result) {
            String taken = all(depot);
            boolean isRight =
                    first != second && taken.contains(first ? "10" : "20") && !taken.contains(first ? "20" : "10");
            result.r1 = isRight ? "one" : first + " " + second + " " + taken;
        }
    }
}
