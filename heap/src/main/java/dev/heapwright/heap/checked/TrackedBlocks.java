package dev.heapwright.heap.checked;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The live blocks of the program and those in quarantine, by address. Changes to a block are atomic: other threads that
 * use a block in the same part of the table wait in the meantime.
 */
final class TrackedBlocks {
    private static final int PARTS = 64;

    /** The stacks of live blocks may use an eighth of the Java heap. */
    private static final int SHARE_OF_STACKS = 8;

    private static final int STACK_BYTES = 700;

    /** A part of the table, and the lock for everything in it. */
    private static final class SourceSet {
        private final LiveBlockTable live;
        private final FreedBlocks freed = new FreedBlocks();

        /** The size requested from the allocator, for blocks that were shrunk in place since. */
        private final Map<Long, Long> extents = new HashMap<>();

        SourceSet(Sites sites) {
            live = new LiveBlockTable(sites, stacksInEach());
        }

        TrackedBlock block(int index) {
            long address = live.address(index);
            long size = live.size(index);
            long align = live.align(index);
            Long extent = extents.isEmpty() ? null : extents.get(address);
            return TrackedBlock.of(
                    address,
                    size,
                    align,
                    extent == null ? TrackedBlock.extent(size, align) : extent,
                    live.allocated(index));
        }

        void add(TrackedBlock block) {
            live.add(block.address(), block.size(), block.align(), block.allocated());
            if (block.extent() != TrackedBlock.extent(block.size(), block.align())) {
                extents.put(block.address(), block.extent());
            }
        }

        void remove(int index) {
            if (!extents.isEmpty()) {
                extents.remove(live.address(index));
            }
            live.remove(index);
        }
    }

    private static int stacksInEach() {
        long room = Runtime.getRuntime().maxMemory() / SHARE_OF_STACKS / STACK_BYTES / PARTS;
        return (int) Math.max(8, Math.min(LiveBlockTable.MOST_RECENT, room));
    }

    /** Blocks of one place. */
    static final class Count {
        private long blocks;
        private long bytes;

        long blocks() {
            return blocks;
        }

        long bytes() {
            return bytes;
        }
    }

    private final Sites sites = new Sites();
    private final SourceSet[] parts = new SourceSet[PARTS];

    TrackedBlocks() {
        for (int i = 0; i < PARTS; i++) {
            parts[i] = new SourceSet(sites);
        }
    }

    void add(TrackedBlock block) {
        SourceSet part = part(block.address());
        synchronized (part) {
            part.add(block);
        }
    }

    /**
     * Changes a live block to a freed one; if several threads try at the same time, only one of them succeeds.
     *
     * @throws MisuseError if it is not live, or does not match the call
     */
    TrackedBlock claim(HeapCall call, Origin here) {
        return find(call, (part, index) -> {
            TrackedBlock block = part.block(index).freed(here);
            // In one of the two tables at every moment: the stack or the Java heap may be exhausted before the next
            // step.
            part.freed.add(block);
            part.remove(index);
            return block;
        });
    }

    /**
     * Changes the size of a live block.
     *
     * @throws MisuseError if it is not live, or does not match the call; or whatever the change throws
     */
    TrackedBlock change(HeapCall call, UnaryOperator<TrackedBlock> change) {
        return find(call, (part, index) -> {
            TrackedBlock block = part.block(index);
            TrackedBlock changed = change.apply(block);
            if (changed.size() != block.size()) {
                part.live.resize(index, changed.size());
                part.extents.put(block.address(), block.extent());
            }
            return changed;
        });
    }

    /** Makes a claimed block live again. */
    void restore(TrackedBlock block) {
        SourceSet part = part(block.address());
        synchronized (part) {
            part.add(block.freed(null));
            part.freed.remove(block.address());
        }
    }

    /** Forgets a block that is no longer in quarantine. */
    void forget(TrackedBlock block) {
        SourceSet part = part(block.address());
        synchronized (part) {
            part.freed.remove(block.address());
        }
    }

    /** Visits each live block, which cannot be freed in the meantime. */
    void forEachLive(Consumer<TrackedBlock> look) {
        for (SourceSet part : parts) {
            synchronized (part) {
                for (int i = 0; i < part.live.capacity(); i++) {
                    if (part.live.address(i) != 0) {
                        look.accept(part.block(i));
                    }
                }
            }
        }
    }

    /** {@return the live blocks by the place where they were allocated} */
    Map<Site, Count> livePlaces() {
        Map<Integer, Count> counts = new HashMap<>();
        for (SourceSet part : parts) {
            synchronized (part) {
                for (int i = 0; i < part.live.capacity(); i++) {
                    if (part.live.address(i) != 0) {
                        Count count = counts.computeIfAbsent(part.live.site(i), site -> new Count());
                        count.blocks++;
                        count.bytes += part.live.size(i);
                    }
                }
            }
        }
        Map<Site, Count> places = new HashMap<>();
        counts.forEach((site, count) -> places.put(sites.get(site), count));
        return places;
    }

    boolean anyLive() {
        return Stream.of(parts).anyMatch(part -> {
            synchronized (part) {
                return part.live.count() > 0;
            }
        });
    }

    private interface Found {
        TrackedBlock use(SourceSet part, int index);
    }

    /** Uses the live block that a call refers to. */
    private TrackedBlock find(HeapCall call, Found found) {
        SourceSet part = part(call.address());
        synchronized (part) {
            int index = part.live.find(call.address());
            if (index >= 0) {
                if (call.oldSize() != part.live.size(index) || call.align() != part.live.align(index)) {
                    throw Misuse.blockMismatch(call, part.block(index));
                }
                return found.use(part, index);
            }
            TrackedBlock freed = part.freed.get(call.address());
            if (freed != null) {
                throw Misuse.doubleFree(call, freed);
            }
        }
        // Without the lock of its own part, because it takes the locks of all parts, one at a time.
        throw Misuse.notLive(call, around(call.address()));
    }

    private Optional<TrackedBlock> around(long address) {
        for (SourceSet part : parts) {
            synchronized (part) {
                for (int i = 0; i < part.live.capacity(); i++) {
                    long start = part.live.address(i);
                    if (start != 0 && start <= address && address - start < part.live.size(i)) {
                        return Optional.of(part.block(i));
                    }
                }
                Optional<TrackedBlock> freed = part.freed.around(address);
                if (freed.isPresent()) {
                    return freed;
                }
            }
        }
        return Optional.empty();
    }

    private SourceSet part(long address) {
        return parts[(int) (LiveBlockTable.hash(address) >>> 26) & (PARTS - 1)];
    }
}
