package dev.heapwright.heap.checked;

/**
 * Decides which calls have their stack recorded: recording takes several times as long as everything else that is done
 * with a block. It is done for each allocation, so that each leak has its place. Where a block was freed matters only
 * for a double free and a use after free: it is recorded for the first blocks, which are all that most tests have, and
 * then for some. The caller records the stack, which saves one frame.
 */
final class Stacks {
    /** The number of first frees that are all recorded. */
    static final int FIRST_RETURNS = 1 << 16;

    /** Of the frees that follow, one in this many is recorded. */
    static final int LATER_RETURNS = 16;

    private final int firstReturns;
    private final int allocationsEach;
    private final int returnsEach;

    /** Not exact if several threads count. */
    private int allocations;

    private int returns;

    private Stacks(int firstReturns, int allocationsEach, int returnsEach) {
        this.firstReturns = firstReturns;
        this.allocationsEach = allocationsEach;
        this.returnsEach = returnsEach;
    }

    /**
     * {@return the settings for a configuration}
     *
     * @param text {@code all}; a number n, for one in n calls; anything else for the default
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

    /** {@return the settings of this program} */
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

    /** {@return whether the next free is recorded} */
    boolean recordsReturn() {
        if (returns < firstReturns) {
            returns++;
            return true;
        }
        returns = returns + 1 < firstReturns + returnsEach ? returns + 1 : firstReturns;
        return returns == firstReturns;
    }
}
