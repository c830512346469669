package dev.heapwright.testkit;

import dev.heapwright.testkit.block.Block;
import dev.heapwright.testkit.block.Defect;
import java.util.HashSet;
import java.util.Set;

/**
 * The addresses that blocks have had, few of which are alive at a time. An allocator may have kept back some before it
 * hands them out again, and in any order; but if it never does, there is always another that was not seen before.
 */
final class Addresses {
    private final Set<Long> seen = new HashSet<>();
    private final int enough;
    private long all;
    private int old;

    /**
     * None yet.
     *
     * @param enough how many that were seen before, in a row, show that memory is handed out again; the more, the rarer
     *     the leaks that are found
     */
    Addresses(int enough) {
        this.enough = enough;
    }

    void add(Block block) {
        all++;
        // Some allocators choose at random where in its page a block begins. Two blocks are apart by the smaller's
        // size.
        old = seen.add(block.address() & -Long.highestOneBit(block.size())) ? 0 : old + 1;
    }

    /** {@return whether the last ones were seen before} */
    boolean areOld() {
        return old >= enough;
    }

    /**
     * Expects that they are.
     *
     * @param calls by which the addresses came
     */
    void expectOld(String calls) {
        if (!areOld()) {
            throw Defect.of(
                    "memory that was given back is not handed out again",
                    "%s, %,d times".formatted(calls, all),
                    "addresses that were seen before, after a while",
                    "%,d addresses, new ones up to the end".formatted(seen.size()));
        }
    }
}
