package dev.heapwright.testkit;

import dev.heapwright.memory.Memory;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

/** Allocators whose only defect shows when threads interleave: missing synchronisation, or locks that are never free. */
class RacesTest {
    private static final String RACE = "4 threads use one size";
    private static final String TWO_OWNERS = "two threads have the same block";

    /** Caches freed blocks of 64 bytes separately, without a lock. */
    private abstract static class Unlocked extends BinAllocator {
        static final int BIN = 6;

        @Override
        public long allocate(long size, long align) {
            long address = bin(size, align) == BIN ? pop() : 0;
            return address == 0 ? super.allocate(size, align) : address;
        }

        @Override
        public void deallocate(long address, long oldSize, long align) {
            if (bin(oldSize, align) != BIN || !push(address)) {
                super.deallocate(address, oldSize, align);
            }
        }

        /** {@return a block, 0 if there is none} */
        abstract long pop();

        /** {@return whether there was room} */
        abstract boolean push(long address);
    }

    /**
     * Between two steps that should be atomic: here a thread sometimes yields its core. By itself, this happens only
     * once in milliseconds, so that it would depend on the machine whether a test sees it.
     */
    // Nothing relies on it: without it, the defect is the same but shows less often.
    @SuppressWarnings("ThreadPriorityCheck")
    private static void between() {
        if (ThreadLocalRandom.current().nextInt(64) == 0) {
            Thread.yield();
        }
    }

    @Test
    void aStackWithoutSynchronisation() {
        Caught.byChance(RACE, TWO_OWNERS, () -> new Unlocked() {
            private final long[] stack = new long[64];
            private volatile int count;

            @Override
            long pop() {
                int top = count - 1;
                if (top < 0) {
                    return 0;
                }
                between();
                count = top;
                return stack[top];
            }

            @Override
            boolean push(long address) {
                int top = count;
                if (top < 0 || top >= stack.length) {
                    return false;
                }
                stack[top] = address;
                between();
                count = top + 1;
                return true;
            }
        });
    }

    @Test
    void aSlotThatIsReadAndClearedInTwoSteps() {
        Caught.byChance(RACE, TWO_OWNERS, () -> new Unlocked() {
            private volatile long last;

            @Override
            long pop() {
                long address = last;
                between();
                last = 0;
                return address;
            }

            @Override
            boolean push(long address) {
                if (last != 0) {
                    return false;
                }
                last = address;
                return true;
            }
        });
    }

    @Test
    void aListWithTheAbaProblem() {
        // A list that contains a block which is not free may be endless.
        Caught.byChance(RACE, TWO_OWNERS + "|" + Caught.HANGS, () -> new Unlocked() {
            private final AtomicLong head = new AtomicLong();

            @Override
            long pop() {
                while (true) {
                    long address = head.get();
                    if (address == 0) {
                        return 0;
                    }
                    long next = Memory.getLong(address);
                    between();
                    // The block may be in use by another thread, whose content is not an address of this allocator.
                    boolean possible = next == 0 || (next > BASE && next < BASE + SIZE);
                    if (possible && head.compareAndSet(address, next)) {
                        return address;
                    }
                }
            }

            @Override
            boolean push(long address) {
                long next;
                do {
                    next = head.get();
                    Memory.putLong(address, next);
                } while (!head.compareAndSet(next, address));
                return true;
            }
        });
    }

    @Test
    void twoLocksThatAreTakenInDifferentOrders() {
        Caught.byChance(RACE, Caught.HANGS, () -> new BinAllocator() {
            private final ReentrantLock one = new ReentrantLock();
            private final ReentrantLock other = new ReentrantLock();

            @Override
            public long allocate(long size, long align) {
                one.lock();
                between();
                other.lock();
                try {
                    return super.allocate(size, align);
                } finally {
                    other.unlock();
                    one.unlock();
                }
            }

            @Override
            public void deallocate(long address, long oldSize, long align) {
                other.lock();
                between();
                one.lock();
                try {
                    super.deallocate(address, oldSize, align);
                } finally {
                    one.unlock();
                    other.unlock();
                }
            }
        });
    }

    @Test
    void aLockThatIsNotReleasedWhenABlockIsRefused() {
        Caught.byClause("failed calls leak no memory", Caught.HANGS, () -> new BinAllocator() {
            private final ReentrantLock lock = new ReentrantLock() {
                private static final long serialVersionUID = 1L;

                @Override
                public void lock() {
                    // Like a non-reentrant lock: a thread that holds it waits for itself.
                    if (isHeldByCurrentThread()) {
                        LockSupport.parkNanos(3_000_000_000L);
                    }
                    super.lock();
                }
            };

            @Override
            public long allocate(long size, long align) {
                lock.lock();
                long address = super.allocate(size, align);
                if (address != 0) {
                    lock.unlock();
                }
                return address;
            }
        });
    }
}
