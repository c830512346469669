package dev.heapwright.testkit.block;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The live blocks, by address. Many threads may use it at the same time, and none waits for another, so that it does
 * not serialise the calls of the allocator's functions.
 */
public final class TestBlocks {
    private final ConcurrentSkipListMap<Long, TestBlock> byAddress = new ConcurrentSkipListMap<>();

    /**
     * Adds a block, and then looks for overlapping blocks: of two threads that add overlapping blocks at the same time,
     * at least one finds the other's.
     *
     * @return another that it overlaps, if there is one; then it is not added
     */
    Optional<TestBlock> add(TestBlock block) {
        TestBlock same = byAddress.putIfAbsent(block.address(), block);
        return same == null ? withoutOverlap(block) : Optional.of(same);
    }

    /**
     * Replaces the block with the same address.
     *
     * @return another that it overlaps, if there is one; then it is removed
     */
    Optional<TestBlock> replace(TestBlock block) {
        byAddress.put(block.address(), block);
        return withoutOverlap(block);
    }

    private Optional<TestBlock> withoutOverlap(TestBlock block) {
        Map.Entry<Long, TestBlock> before = byAddress.lowerEntry(block.address());
        Map.Entry<Long, TestBlock> after = byAddress.higherEntry(block.address());
        Optional<TestBlock> other = Optional.empty();
        if (before != null && before.getValue().end() > block.address()) {
            other = Optional.of(before.getValue());
        } else if (after != null && after.getKey() < block.end()) {
            other = Optional.of(after.getValue());
        }
        other.ifPresent(found -> remove(block));
        return other;
    }

    void remove(TestBlock block) {
        byAddress.remove(block.address(), block);
    }

    /** {@return the live blocks, in the order of their addresses} */
    Collection<TestBlock> all() {
        return byAddress.values();
    }

    /** {@return the usable bytes of all of them} */
    long bytes() {
        return byAddress.values().stream().mapToLong(TestBlock::usable).sum();
    }
}
