package dev.heapwright.testkit;

import dev.heapwright.memory.Memory;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Allocators with one defect each: some freed memory is never reused. */
class LeakDefectsTest {
    private static final String LEAK = "freed memory is not reused";
    private static final String REUSE = "freed memory is reused";
    private static final String FAILS = "failed calls leak no memory";

    @Test
    void blocksWithAnUnusualAlignmentLeak() {
        Caught.byClause(REUSE, LEAK, () -> new BinAllocator() {
            @Override
            public void deallocate(long address, long oldSize, long align) {
                if (align <= 16) {
                    super.deallocate(address, oldSize, align);
                }
            }
        });
    }

    @Test
    void largeBlocksLeak() {
        Caught.byClause(REUSE, LEAK, () -> new BinAllocator() {
            @Override
            public void deallocate(long address, long oldSize, long align) {
                if (oldSize < 1 << 20) {
                    super.deallocate(address, oldSize, align);
                }
            }
        });
    }

    @Test
    void oneInEightBlocksOfOneSizeLeaks() {
        Caught.byClause(REUSE, LEAK, () -> new BinAllocator() {
            private int count;

            @Override
            public void deallocate(long address, long oldSize, long align) {
                if (oldSize != 64 || ++count % 8 != 0) {
                    super.deallocate(address, oldSize, align);
                }
            }
        });
    }

    @Test
    void zeroedBlocksLeak() {
        Caught.byClause("freed memory from allocateZeroed", LEAK, () -> new BinAllocator() {
            private final Set<Long> zeroed = new HashSet<>();

            @Override
            public long allocateZeroed(long size, long align) {
                long address = super.allocateZeroed(size, align);
                zeroed.add(address);
                return address;
            }

            @Override
            public void deallocate(long address, long oldSize, long align) {
                if (!zeroed.remove(address)) {
                    super.deallocate(address, oldSize, align);
                }
            }
        });
    }

    @Test
    void shrinkingABlockLeaks() {
        Caught.byClause("reallocation frees the memory", LEAK, () -> new BinAllocator() {
            @Override
            public long reallocate(long address, long oldSize, long size, long align) {
                if (size >= oldSize) {
                    return super.reallocate(address, oldSize, size, align);
                }
                long moved = allocate(size, align);
                if (moved != 0) {
                    Memory.copy(address, moved, size);
                }
                return moved;
            }
        });
    }

    @Test
    void growingABlockToALargeSizeLeaks() {
        Caught.byClause("reallocation frees the memory", LEAK, () -> new BinAllocator() {
            @Override
            public long reallocate(long address, long oldSize, long size, long align) {
                if (size < 1 << 16) {
                    return super.reallocate(address, oldSize, size, align);
                }
                long moved = allocate(size, align);
                if (moved != 0) {
                    Memory.copy(address, moved, Math.min(oldSize, size));
                }
                return moved;
            }
        });
    }

    @Test
    void aFailedReallocationLeaksTheOldBlock() {
        Caught.byClause(FAILS, LEAK, () -> new Marking() {
            @Override
            public long reallocate(long address, long oldSize, long size, long align) {
                long moved = super.reallocate(address, oldSize, size, align);
                if (moved == 0) {
                    marked.add(address);
                }
                return moved;
            }
        });
    }

    @Test
    void aFailedResizeInPlaceLeaksTheBlock() {
        Caught.byClause("resizing in place leaks no memory", LEAK, () -> new Marking() {
            @Override
            public long reallocateInplace(long address, long oldSize, long size, long align) {
                marked.add(address);
                return super.reallocateInplace(address, oldSize, size, align);
            }
        });
    }

    /** Forgets some of its blocks. */
    private static class Marking extends BinAllocator {
        final Set<Long> marked = new HashSet<>();

        @Override
        public void deallocate(long address, long oldSize, long align) {
            if (!marked.remove(address)) {
                super.deallocate(address, oldSize, align);
            }
        }
    }

    @Test
    void aFailedReallocationLeaksMemoryTakenBefore() {
        Caught.byClause(FAILS, LEAK, () -> new BinAllocator() {
            @Override
            public long reallocate(long address, long oldSize, long size, long align) {
                if (size > SIZE) {
                    allocate(oldSize, align);
                }
                return super.reallocate(address, oldSize, size, align);
            }
        });
    }

    @Test
    void aFailedAllocationLeaksMemoryTakenBefore() {
        Caught.byClause(FAILS, LEAK, () -> new BinAllocator() {
            @Override
            public long allocate(long size, long align) {
                if (size > SIZE) {
                    super.allocate(16, align);
                }
                return super.allocate(size, align);
            }
        });
    }

    @Test
    void aFailedZeroedAllocationLeaksMemoryTakenBefore() {
        Caught.byClause(FAILS, LEAK, () -> new BinAllocator() {
            @Override
            public long allocateZeroed(long size, long align) {
                if (size > SIZE) {
                    allocate(16, align);
                }
                return super.allocateZeroed(size, align);
            }
        });
    }

    @Test
    void aRefusedAlignmentLeaksMemoryTakenBefore() {
        Caught.byClause(FAILS, LEAK, () -> new BinAllocator() {
            @Override
            public long allocate(long size, long align) {
                if (align > SIZE) {
                    super.allocate(size, 1);
                }
                return super.allocate(size, align);
            }
        });
    }
}
