package dev.heapwright.testkit.sequence;

import dev.heapwright.testkit.block.TestBlock;

/** Which of the permitted sizes a caller passes for an old block. */
public enum OldSize {
    /** The requested size. */
    REQUESTED,
    /** A size between the other two. */
    BETWEEN,
    /** The usable size. */
    USABLE;

    /**
     * {@return the size in bytes}
     *
     * @param block the old block
     */
    public long of(TestBlock block) {
        return switch (this) {
            case REQUESTED -> block.size();
            case BETWEEN -> block.size() + (block.usable() - block.size()) / 2;
            case USABLE -> block.usable();
        };
    }
}
