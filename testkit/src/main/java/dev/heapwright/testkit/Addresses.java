package dev.heapwright.testkit;

import dev.heapwright.testkit.block.Defect;
import dev.heapwright.testkit.block.TestBlock;
import java.util.HashSet;
import java.util.Set;

/**
 * The addresses that blocks have had, few of which are live at a time. An allocator may delay the reuse of addresses,
 * and reuse them in any order; but if it never does, new addresses keep appearing.
 */
final class Addresses {
    private final Set<Long> seen = new HashSet<>();
    private final int enough;
    private long all;
    private int old;

    /**
     * Creates an empty set.
     *
     * @param enough how many known addresses in a row are taken as evidence that memory is reused; the larger, the
     *     rarer the leaks that are found
     */
    Addresses(int enough) {
        this.enough = enough;
    }

    void add(TestBlock block) {
        all++;
        // Some allocators place a block at a random position in its page. Two blocks are at least the smaller one's
        // size apart.
        old = seen.add(block.address() & -Long.highestOneBit(block.size())) ? 0 : old + 1;
    }

    /** {@return whether enough of the last addresses were known} */
    boolean areOld() {
        return old >= enough;
    }

    /**
     * Expects that memory is reused.
     *
     * @param calls that returned the addresses
     */
    void expectOld(String calls) {
        if (!areOld()) {
            throw Defect.of(
                    "freed memory is not reused",
                    "%s, %,d times".formatted(calls, all),
                    "addresses seen before, after a while",
                    "%,d addresses, new ones until the end".formatted(seen.size()));
        }
    }
}
