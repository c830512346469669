package dev.heapwright.testkit;

import dev.heapwright.memory.Memory;
import org.junit.jupiter.api.Test;

/** Allocators with one defect each that shows only for large sizes, large alignments, or many blocks. */
class ExtremeDefectsTest {
    private static final String POWERS = "every power of two";
    private static final String RESIZED = "a block is resized to more than 31 bits";
    private static final String LESS_THAN_TOLD = "there is no memory at the end of a block|two live blocks overlap";
    private static final String ONE_SIZE = "very many blocks of one size";

    @Test
    void alignmentsAboveAMegabyteAreIgnored() {
        Caught.byClause(POWERS, "a block is not aligned", () -> new BinAllocator() {
            @Override
            public long allocate(long size, long align) {
                return super.allocate(size, Math.min(align, 1 << 20));
            }

            @Override
            public void deallocate(long address, long oldSize, long align) {
                super.deallocate(address, oldSize, Math.min(align, 1 << 20));
            }

            @Override
            public long usableSize(long size, long align) {
                return super.usableSize(size, Math.min(align, 1 << 20));
            }
        });
    }

    @Test
    void aSizeIsTruncatedTo32Bits() {
        Caught.byClause(POWERS, LESS_THAN_TOLD, () -> new BinAllocator() {
            @Override
            public long allocate(long size, long align) {
                int cut = (int) size;
                return cut <= 0 ? 0 : super.allocate(cut, align);
            }
        });
    }

    @Test
    void anAlignmentIsTruncatedTo32Bits() {
        // By chance the address may be aligned; then there is still too little memory.
        Caught.byClause(POWERS, "a block is not aligned|the usable size reaches .*", () -> new BinAllocator() {
            @Override
            public long allocate(long size, long align) {
                return super.allocate(size, Math.max(1, (int) align));
            }
        });
    }

    @Test
    void theNewSizeOfReallocateIsTruncatedTo32Bits() {
        Caught.byClause(RESIZED, LESS_THAN_TOLD, () -> new BinAllocator() {
            @Override
            public long reallocate(long address, long oldSize, long size, long align) {
                int cut = (int) size;
                return cut <= 0 ? 0 : super.reallocate(address, oldSize, cut, align);
            }
        });
    }

    @Test
    void theNewSizeOfReallocateInplaceIsTruncatedTo32Bits() {
        Caught.byClause(RESIZED, "a block grew in place into another live block", () -> new BinAllocator() {
            @Override
            public long reallocateInplace(long address, long oldSize, long size, long align) {
                boolean fits = Math.abs((int) size) <= usableSize(oldSize, align);
                return fits && size < SIZE * 64 && size > oldSize
                        ? Math.max(size, usableSize(oldSize, align))
                        : super.reallocateInplace(address, oldSize, size, align);
            }
        });
    }

    @Test
    void largeAlignedBlocksAreNotZeroed() {
        Caught.byClause("allocateZeroed honors every power", "allocateZeroed did not zero", () -> new BinAllocator() {
            @Override
            public long allocateZeroed(long size, long align) {
                return align > 1 << 20 ? allocate(size, align) : super.allocateZeroed(size, align);
            }
        });
    }

    @Test
    void theLoopThatFindsABinOverflows() {
        Caught.byClause(POWERS, Caught.HANGS, () -> new BinAllocator() {
            @Override
            public long allocate(long size, long align) {
                int bytes = 1;
                // For as long as the test waits: the tests that follow need the core.
                long end = System.nanoTime() + 2_000_000_000L;
                while (bytes < size && System.nanoTime() < end) {
                    bytes <<= 1;
                }
                return super.allocate(size, align);
            }
        });
    }

    @Test
    void aByteIn64KibibytesIsLost() {
        Caught.byClause("reallocation keeps content", "reallocate lost content", () -> new BinAllocator() {
            @Override
            public long reallocate(long address, long oldSize, long size, long align) {
                long moved = allocate(size, align);
                if (moved != 0) {
                    Memory.copy(address, moved, Math.min(oldSize, size));
                    if (size > 1 << 16) {
                        Memory.putByte(moved + 40_001, (byte) 0);
                    }
                    deallocate(address, oldSize, align);
                }
                return moved;
            }
        });
    }

    @Test
    void theLastByteOfTheSecondPieceIsNotCopied() {
        Caught.byClause("reallocation keeps content", "reallocate lost content", () -> new BinAllocator() {
            @Override
            public long reallocate(long address, long oldSize, long size, long align) {
                long moved = allocate(size, align);
                if (moved != 0) {
                    long bytes = Math.min(oldSize, size);
                    long piece = 1 << 14;
                    Memory.copy(address, moved, Math.min(bytes, 2 * piece - 1));
                    if (bytes > 2 * piece) {
                        Memory.copy(address + 2 * piece, moved + 2 * piece, bytes - 2 * piece);
                    }
                    deallocate(address, oldSize, align);
                }
                return moved;
            }
        });
    }

    @Test
    void theListOfFreeBlocksOverflowsAndTheFirstIsHandedOutTwice() {
        Caught.byClause(ONE_SIZE, "two live blocks overlap", () -> new BinAllocator() {
            @Override
            public void deallocate(long address, long oldSize, long align) {
                super.deallocate(address, oldSize, align);
                if (kept(bin(oldSize, align)) == 513) {
                    super.deallocate(address, oldSize, align);
                }
            }
        });
    }

    @Test
    void blocksAreCountedInSixteenBits() {
        Caught.byClause("100,000 blocks", "two live blocks overlap", () -> new BinAllocator() {
            private long first;
            private int count;

            @Override
            public synchronized long allocate(long size, long align) {
                if (++count > 1 << 16 && size <= 16 && align <= 16 && first != 0) {
                    return first;
                }
                long address = super.allocate(size, align);
                if (first == 0 && size <= 16 && align <= 16) {
                    first = address;
                }
                return address;
            }

            @Override
            public synchronized void deallocate(long address, long oldSize, long align) {
                count--;
                if (address == first) {
                    first = 0;
                }
                super.deallocate(address, oldSize, align);
            }
        });
    }
}
