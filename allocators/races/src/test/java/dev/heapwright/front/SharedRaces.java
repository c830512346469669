package dev.heapwright.front;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/** What threads share besides the depot: stripes, which one of them uses at a time, and the budget. */
final class SharedRaces {
    private static final int CLASS = 3;

    private SharedRaces() {}

    /** Two enter the same stripe: who comes second sees what the first has done, or does not get in. */
    @JCStressTest
    @Outcome(id = "as often as entered", expect = ACCEPTABLE, desc = "nothing is lost")
    @State
    public static class OneStripe {
        private final CountingAllocator behind = new CountingAllocator();
        private final Stripe stripe = new Stripe(new Supply(behind, new Budget(1 << 20)));
        private int firstPut;
        private int secondPut;

        public OneStripe() {
            for (int i = 0; i < 4; i++) {
                stripe.magazines.addPlace(CLASS);
            }
        }

        private int put(long address) {
            if (!stripe.enter()) {
                return 0;
            }
            try {
                stripe.magazines.put(CLASS, address);
                return 1;
            } finally {
                stripe.leave();
            }
        }

        @Actor
        public void first() {
            firstPut = put(behind.allocate(64, 16));
        }

        @Actor
        public void second() {
            secondPut = put(behind.allocate(64, 16));
        }

        @Arbiter
        public void left(L_Result result) {
            stripe.magazines.release();
            int freed = 2 - behind.live();
            boolean isRight = freed == firstPut + secondPut && behind.isSound();
            result.r1 = isRight ? "as often as entered" : firstPut + " " + secondPut + " " + behind;
        }
    }

    /** Two spend what is enough for one. */
    @JCStressTest
    @Outcome(id = "true, false", expect = ACCEPTABLE, desc = "the first")
    @Outcome(id = "false, true", expect = ACCEPTABLE, desc = "the second")
    @Outcome(id = "false, false", expect = ACCEPTABLE, desc = "neither, as each saw what the other was about to spend")
    @State
    public static class OneBudget {
        private final Budget budget = new Budget(10);

        @Actor
        public void first(ZZ_Result result) {
            result.r1 = budget.spend(6);
        }

        @Actor
        public void second(ZZ_Result result) {
            result.r2 = budget.spend(6);
        }
    }

    /** One saves while the other spends: in the end, what is spent is what was. */
    @JCStressTest
    @Outcome(id = "exact", expect = ACCEPTABLE, desc = "nothing is lost")
    @State
    public static class BudgetAtEnd {
        private final Budget budget = new Budget(10);
        private boolean isSpent;

        public BudgetAtEnd() {
            budget.spend(6);
        }

        @Actor
        public void save() {
            budget.refund(6);
        }

        @Actor
        public void spend() {
            isSpent = budget.spend(5);
        }

        @Arbiter
        public void left(L_Result result) {
            result.r1 = budget.spent() == (isSpent ? 5 : 0) ? "exact" : isSpent + " " + budget.spent();
        }
    }
}
