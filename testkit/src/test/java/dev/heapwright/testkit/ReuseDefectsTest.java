package dev.heapwright.testkit;

import static dev.heapwright.testkit.Contracts.assertDefect;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.heapwright.memory.CHeap;
import dev.heapwright.memory.Memory;
import dev.heapwright.memory.Pages;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Allocators with one defect each in the reuse of freed memory, or in frees by another thread. */
class ReuseDefectsTest {
    @Test
    void passingTheUsableSizeAlsoFreesTheNextBlock() {
        assertDefect(
                () -> new ArenaAllocator() {
                    @Override
                    public void deallocate(long address, long oldSize, long align) {
                        // Also the bytes between the size and the usable size.
                        if (oldSize > 16 && oldSize % 16 == 0) {
                            super.deallocate(address + oldSize, oldSize, align);
                        }
                        super.deallocate(address, oldSize, align);
                    }
                },
                """
                com.acme.PoolAllocator: two live blocks overlap
                    call:     allocate(17, 1)
                    expected: bytes that belong to no other live block
                    found:    the block of 32 usable bytes at @64, which starts at byte 0 of the block of 32 usable bytes at @64, 17 of them requested
                    clause:   a block is freed whole, and no other with it, whichever of its sizes is passed
                """);
    }

    @Test
    void deallocationWritesPastTheBlock() {
        assertDefect(
                () -> new ArenaAllocator() {
                    @Override
                    public void deallocate(long address, long oldSize, long align) {
                        Memory.fill(address, rounded(oldSize) + 1, (byte) 0xDD);
                        super.deallocate(address, oldSize, align);
                    }
                },
                """
                com.acme.PoolAllocator: deallocate wrote into another live block
                    call:     deallocate(@0, 16, 1)
                    expected: byte 0 of the block of 16 usable bytes at @16 is 0x87
                    found:    byte 0 is 0xdd
                    clause:   every block has the requested alignment, from 1 byte to 1 MiB
                """);
    }

    @Test
    void deallocationDoesNothing() {
        assertLeak(
                new BinAllocator() {
                    @Override
                    public void deallocate(long address, long oldSize, long align) {
                        if (oldSize != 24) {
                            super.deallocate(address, oldSize, align);
                        }
                    }
                },
                """
                com.acme.BinAllocator: freed memory is not reused
                    call:     allocate(24, 1) and deallocate, 65,536 times
                    expected: addresses seen before, after a while
                    found:    32,769 addresses, new ones until the end
                    clause:   freed memory is reused
                """);
    }

    @Test
    void reallocationLeaksTheOldBlock() {
        assertLeak(
                new BinAllocator() {
                    @Override
                    public long reallocate(long address, long oldSize, long size, long align) {
                        long moved = allocate(size, align);
                        if (moved != 0) {
                            Memory.copy(address, moved, Math.min(oldSize, size));
                            if (oldSize != 24) {
                                deallocate(address, oldSize, align);
                            }
                        }
                        return moved;
                    }
                },
                """
                com.acme.BinAllocator: freed memory is not reused
                    call:     allocate(12, 1), reallocate to twice the size, to half, and deallocate, 196,608 times
                    expected: addresses seen before, after a while
                    found:    65,537 addresses, new ones until the end
                    clause:   reallocation frees the memory of a block that moved
                """);
    }

    /** Of an allocator whose calls take the same time however many blocks are lost. */
    private static void assertLeak(BinAllocator allocator, String message) {
        assertDefect(AllocatorContract.of(allocator), message);
    }

    /** Uses many free blocks of one size in turn, and one that is freed becomes the last of them. */
    private static class Queued extends BinAllocator {
        private static final int LARGE = 21;

        private final int bin;
        private final int places;
        private final Queue<Long> free = new ArrayDeque<>();

        Queued(int bin, int places) {
            this.bin = bin;
            this.places = places;
        }

        @Override
        public long allocate(long size, long align) {
            if (bin(size, align) != bin) {
                return super.allocate(size, align);
            }
            if (free.isEmpty()) {
                for (int i = 0; i < places; i++) {
                    free.add(fresh(size, align));
                }
            }
            return free.remove();
        }

        /** Large ones come from the C library, as all of them are more than the bins have. */
        private long fresh(long size, long align) {
            return bin < LARGE ? super.allocate(size, align) : CHeap.alignedAlloc(1L << bin, 1L << bin);
        }

        void freeLarge() {
            if (bin >= LARGE) {
                free.forEach(address -> CHeap.alignedFree(address, 1L << bin));
            }
        }

        @Override
        public void deallocate(long address, long oldSize, long align) {
            if (bin(oldSize, align) == bin) {
                free.add(address);
            } else {
                super.deallocate(address, oldSize, align);
            }
        }
    }

    /** Those of few bytes are what glibc does with small blocks, the other is what mimalloc does. */
    @ParameterizedTest
    @CsvSource({
        "6, 20000, freed memory is reused",
        "21, 200, freed memory is reused",
        "5, 20000, a block allocated by one thread",
        "5, 20000, memory freed by a thread before it ends",
        "5, 20000, a block outlives the thread"
    })
    void aQueueOfFreeBlocksIsNoLeak(int bin, int places, String clause) {
        Queued queue = new Queued(bin, places);
        assertEquals("no test fails", Contracts.message(AllocatorContract.of(queue), clause));
        queue.freeLarge();
    }

    /** What mimalloc does with large blocks of large alignment. */
    @Test
    void newAddressesAreNoLeakIfNothingIsResident() {
        assumeTrue(Pages.areAvailable() && ResidentMemory.bytes().isPresent());
        BinAllocator elsewhere = new BinAllocator() {
            private static final int LARGE = 21;

            @Override
            public long allocate(long size, long align) {
                if (bin(size, align) != LARGE) {
                    return super.allocate(size, align);
                }
                long bytes = 1L << LARGE;
                long address = Pages.reserve(2 * bytes) + bytes - 1 & -bytes;
                assertTrue(Pages.open(address, bytes));
                return address;
            }

            @Override
            public void deallocate(long address, long oldSize, long align) {
                if (bin(oldSize, align) == LARGE) {
                    assertTrue(Pages.close(address, 1L << LARGE));
                } else {
                    super.deallocate(address, oldSize, align);
                }
            }
        };
        assertEquals("no test fails", Contracts.message(AllocatorContract.of(elsewhere), "freed memory is reused"));
    }

    @Test
    void onlyTheThreadThatAllocatedABlockCanFreeIt() {
        assertLeak(
                new BinAllocator() {
                    private final Map<Long, Thread> owners = new HashMap<>();

                    @Override
                    public long allocate(long size, long align) {
                        long address = super.allocate(size, align);
                        owners.put(address, Thread.currentThread());
                        return address;
                    }

                    @Override
                    public void deallocate(long address, long oldSize, long align) {
                        if (owners.get(address) == Thread.currentThread()) {
                            super.deallocate(address, oldSize, align);
                        }
                    }
                },
                """
                com.acme.BinAllocator: freed memory is not reused
                    call:     allocate(24, 8) in one thread and deallocate in another, 65,536 times
                    expected: addresses seen before, after a while
                    found:    65,536 addresses, new ones until the end
                    clause:   a block allocated by one thread is freed by another
                """);
    }

    /** Tracks which thread a block belongs to. */
    private static class Owned extends ArenaAllocator {
        private final Map<Long, Thread> owners = new HashMap<>();

        @Override
        public synchronized long allocate(long size, long align) {
            long address = super.allocate(size, align);
            owners.put(address, Thread.currentThread());
            return address;
        }

        final synchronized boolean isOwn(long address) {
            return owners.get(address) == Thread.currentThread();
        }
    }

    @Test
    void aBlockFreedByAnotherThreadIsAllocatedTwice() {
        assertDefect(
                () -> new Owned() {
                    private final Deque<Long> ready = new ArrayDeque<>();

                    @Override
                    public synchronized long allocate(long size, long align) {
                        return size != 24 || ready.isEmpty() ? super.allocate(size, align) : ready.pop();
                    }

                    @Override
                    public synchronized void deallocate(long address, long oldSize, long align) {
                        if (oldSize != 24 || isOwn(address)) {
                            super.deallocate(address, oldSize, align);
                        } else {
                            ready.push(address);
                            ready.push(address);
                        }
                    }
                },
                """
                com.acme.PoolAllocator: two live blocks overlap
                    call:     allocate(24, 8)
                    expected: bytes that belong to no other live block
                    found:    the block of 32 usable bytes at @480, which starts at byte 0 of the block of 32 usable bytes at @480, 24 of them requested
                    clause:   a block allocated by one thread is freed by another
                """);
    }
}
