package dev.heapwright.heap.checked;

/**
 * Which calls have their stack recorded: that takes several times as long as all else that is done with a block. Each
 * allocation has it, so that each leak has its place. A return is shown for a double free and a use after free only: it is
 * recorded for the first blocks, which are all that most tests have, and then for some. Whoever asks records it: a frame
 * less is walked.
 */
final class Stacks {
    /** So many returns are recorded without exception. */
    static final int FIRST_RETURNS = 1 << 16;

    /** Of so many that follow, one. */
    static final int LATER_RETURNS = 16;

    private final int firstReturns;
    private final int allocationsEach;
    private final int returnsEach;

    /** Not exact where several threads count. */
    private int allocations;

    private int returns;

    private Stacks(int firstReturns, int allocationsEach, int returnsEach) {
        this.firstReturns = firstReturns;
        this.allocationsEach = allocationsEach;
        this.returnsEach = returnsEach;
    }

    /**
     * {@return those of a configuration}
     *
     * @param text {@code all}; a number, for one of so many calls; anything else for what is usual
     */
    static Stacks of(String text) {
        if (text.equals("all")) {
            return new Stacks(0, 1, 1);
        }
        if (text.matches("[1-9]\\d{0,8}")) {
            return new Stacks(0, Integer.parseInt(text), Integer.parseInt(text));
        }
        return new Stacks(FIRST_RETURNS, 1, LATER_RETURNS);
    }

    /** {@return those of a program} */
    static Stacks configured() {
        return of(System.getProperty("heapwright.checked.stacks", ""));
    }

    /** {@return whether the next allocation is recorded} */
    boolean recordsAllocation() {
        if (allocationsEach == 1) {
            return true;
        }
        allocations = allocations + 1 < allocationsEach ? allocations + 1 : 0;
        return allocations == 0;
    }

    /** {@return whether the next return is recorded} */
    boolean recordsReturn() {
        if (returns < firstReturns) {
            returns++;
            return true;
        }
        returns = returns + 1 < firstReturns + returnsEach ? returns + 1 : firstReturns;
        return returns == firstReturns;
    }
}
