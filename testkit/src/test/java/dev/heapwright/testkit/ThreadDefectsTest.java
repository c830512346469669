package dev.heapwright.testkit;

import dev.heapwright.memory.Memory;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** Allocators with one defect each that shows only with several threads, or after one has ended. */
class ThreadDefectsTest {
    private static final String LEAK = "freed memory is not reused";
    private static final String OVERLAP = "two live blocks overlap";
    private static final String LEFT_BEHIND = "a block outlives the thread";
    private static final String AT_RANDOM = "100,000 operations at random by";
    /** Tracks which thread a block belongs to. */
    private static class Owned extends BinAllocator {
        final Map<Long, Thread> owners = new ConcurrentHashMap<>();

        @Override
        public long allocate(long size, long align) {
            long address = super.allocate(size, align);
            owners.put(address, Thread.currentThread());
            return address;
        }

        final boolean hasEnded(long address) {
            Thread owner = owners.get(address);
            return owner != null && !owner.isAlive();
        }
    }

    @Test
    void aBlockOfAnEndedThreadIsLostWhenItIsFreed() {
        Caught.byClause(LEFT_BEHIND, LEAK, () -> new Owned() {
            @Override
            public void deallocate(long address, long oldSize, long align) {
                if (!hasEnded(address)) {
                    super.deallocate(address, oldSize, align);
                }
            }
        });
    }

    @Test
    void aBlockOfAnEndedThreadIsAllocatedTwice() {
        Caught.byClause(LEFT_BEHIND, OVERLAP, () -> new Owned() {
            @Override
            public void deallocate(long address, long oldSize, long align) {
                super.deallocate(address, oldSize, align);
                if (hasEnded(address)) {
                    super.deallocate(address, oldSize, align);
                }
            }
        });
    }

    @Test
    void theBlocksOfAnEndedThreadAreTreatedAsFree() {
        Caught.byClause(LEFT_BEHIND, OVERLAP, () -> new Owned() {
            @Override
            public long allocate(long size, long align) {
                Optional<Long> left = size == 24
                        ? owners.keySet().stream().filter(this::hasEnded).findFirst()
                        : Optional.empty();
                if (left.isPresent()) {
                    owners.remove(left.get());
                    return left.get();
                }
                return super.allocate(size, align);
            }

            @Override
            public void deallocate(long address, long oldSize, long align) {
                owners.remove(address);
                super.deallocate(address, oldSize, align);
            }
        });
    }

    @Test
    void theCacheOfAThreadIsLostWhenItEnds() {
        Caught.byClause("memory freed by a thread before it ends", LEAK, () -> new BinAllocator() {
            private final ThreadLocal<Deque<Long>> kept = ThreadLocal.withInitial(ArrayDeque::new);

            @Override
            public long allocate(long size, long align) {
                Long address = bin(size, align) == 10 ? kept.get().pollLast() : null;
                return address == null ? super.allocate(size, align) : address;
            }

            @Override
            public void deallocate(long address, long oldSize, long align) {
                if (bin(oldSize, align) == 10) {
                    kept.get().addLast(address);
                } else {
                    super.deallocate(address, oldSize, align);
                }
            }
        });
    }

    @Test
    void memoryFreedByAnotherThreadIsAssumedToBeZero() {
        Caught.byClause(AT_RANDOM, "allocateZeroed did not zero", () -> new Owned() {
            @Override
            public long allocateZeroed(long size, long align) {
                long address = super.allocate(size, align);
                if (address != 0 && !dirty.getOrDefault(address, false)) {
                    Memory.fill(address, size, (byte) 0);
                }
                return address;
            }

            private final Map<Long, Boolean> dirty = new ConcurrentHashMap<>();

            @Override
            public void deallocate(long address, long oldSize, long align) {
                dirty.put(address, owners.get(address) != Thread.currentThread());
                super.deallocate(address, oldSize, align);
            }
        });
    }
}
