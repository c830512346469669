package dev.heapwright.heap.checked;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The blocks in quarantine, by address. A hash table with chains, because a map would create and discard a key for each
 * block. Not thread-safe.
 */
final class FreedBlocks {
    private static final class Link {
        private final TrackedBlock block;
        private @Nullable Link next;

        Link(TrackedBlock block, @Nullable Link next) {
            this.block = block;
            this.next = next;
        }
    }

    private @Nullable Link[] chains = new Link[16];
    private int count;

    /**
     * Adds a block whose address is not in the table. If the stack or the Java heap is exhausted, nothing is changed.
     */
    void add(TrackedBlock block) {
        if (count == chains.length) {
            chains = chainsOf(2 * count);
        }
        int index = LiveBlockTable.home(block.address(), chains.length);
        chains[index] = new Link(block, chains[index]);
        count++;
    }

    /** {@return the block of an address; null if there is none} */
    @Nullable
    TrackedBlock get(long address) {
        Link link = chains[LiveBlockTable.home(address, chains.length)];
        while (link != null && link.block.address() != address) {
            link = link.next;
        }
        return link == null ? null : link.block;
    }

    /** Removes the block of an address, if there is one. */
    void remove(long address) {
        int index = LiveBlockTable.home(address, chains.length);
        Link before = null;
        for (Link link = chains[index]; link != null; link = link.next) {
            if (link.block.address() == address) {
                if (before == null) {
                    chains[index] = link.next;
                } else {
                    before.next = link.next;
                }
                count--;
                return;
            }
            before = link;
        }
    }

    /** {@return a block that contains an address} */
    Optional<TrackedBlock> around(long address) {
        for (Link chain : chains) {
            for (Link link = chain; link != null; link = link.next) {
                if (link.block.contains(address)) {
                    return Optional.of(link.block);
                }
            }
        }
        return Optional.empty();
    }

    private @Nullable Link[] chainsOf(int capacity) {
        @Nullable Link[] more = new Link[capacity];
        for (Link chain : chains) {
            for (Link link = chain; link != null; link = link.next) {
                int index = LiveBlockTable.home(link.block.address(), capacity);
                more[index] = new Link(link.block, more[index]);
            }
        }
        return more;
    }
}
