package dev.heapwright.testkit.sequence;

import dev.heapwright.testkit.block.Block;

/** Which of the sizes that a caller may give for an old block it gives. */
public enum OldSize {
    /** The size that was asked for. */
    REQUESTED,
    /** One between the two others. */
    BETWEEN,
    /** The usable size. */
    USABLE;

    /**
     * {@return the size in bytes}
     *
     * @param block the old block
     */
    public long of(Block block) {
        return switch (this) {
            case REQUESTED -> block.size();
            case BETWEEN -> block.size() + (block.usable() - block.size()) / 2;
            case USABLE -> block.usable();
        };
    }
}
