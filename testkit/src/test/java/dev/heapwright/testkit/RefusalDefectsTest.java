package dev.heapwright.testkit;

import static dev.heapwright.testkit.Contracts.assertDefect;

import dev.heapwright.memory.Memory;
import org.junit.jupiter.api.Test;

/** Allocators with one defect each, in what happens where there is no memory. */
class RefusalDefectsTest {
    private static final long LIMIT = 8 << 20;

    @Test
    void failureIsAnError() {
        assertDefect(
                () -> new ArenaAllocator() {
                    @Override
                    public long allocate(long size, long align) {
                        long address = super.allocate(size, align);
                        if (address == 0) {
                            throw new OutOfMemoryError("no " + size + " bytes");
                        }
                        return address;
                    }
                },
                """
                com.acme.PoolAllocator: allocate threw an exception
                    call:     allocate(1152921504606846976, 1)
                    expected: none: failure is 0
                    found:    java.lang.OutOfMemoryError: no 1152921504606846976 bytes
                    clause:   a size that no machine has is refused with 0
                """);
    }

    @Test
    void failureIsMinusOneAsThatOfMmapIs() {
        assertDefect(
                () -> new ArenaAllocator() {
                    @Override
                    public long allocate(long size, long align) {
                        long address = super.allocate(size, align);
                        return address == 0 ? -1 : address;
                    }

                    @Override
                    public long allocateZeroed(long size, long align) {
                        return size > SIZE ? 0 : super.allocateZeroed(size, align);
                    }
                },
                """
                com.acme.PoolAllocator: what no machine has memory for was not refused
                    call:     allocate(1152921504606846976, 1)
                    expected: 0: there is no memory
                    found:    0xffffffffffffffff
                    clause:   a size that no machine has is refused with 0
                """);
    }

    @Test
    void aHugeSizeOverflowsWhenItIsRounded() {
        assertDefect(
                () -> new ArenaAllocator() {
                    @Override
                    public long allocate(long size, long align) {
                        return super.allocate(Math.max(size + 64, 64), align);
                    }
                },
                """
                com.acme.PoolAllocator: what no machine has memory for was not refused
                    call:     allocate(9223372036854775792, 1)
                    expected: 0: there is no memory
                    found:    @0
                    clause:   a size that no machine has is refused with 0
                """);
    }

    @Test
    void aHugeAlignmentIsReduced() {
        assertDefect(
                () -> new ArenaAllocator() {
                    @Override
                    public long allocate(long size, long align) {
                        return super.allocate(size, Math.min(align, 1 << 20));
                    }
                },
                """
                com.acme.PoolAllocator: what no machine has memory for was not refused
                    call:     allocate(1, 1152921504606846976)
                    expected: 0: there is no memory
                    found:    @0
                    clause:   an alignment that no machine has is refused with 0
                """);
    }

    @Test
    void aFailedReallocationFreesTheOldBlock() {
        assertDefect(
                () -> new ArenaAllocator() {
                    @Override
                    public long reallocate(long address, long oldSize, long size, long align) {
                        long moved = super.reallocate(address, oldSize, size, align);
                        if (moved == 0) {
                            deallocate(address, oldSize, align);
                        }
                        return moved;
                    }
                },
                """
                com.acme.PoolAllocator: after a reallocation that failed, the old block is handed out again
                    call:     allocate(1, 1)
                    expected: bytes that no other live block has
                    found:    the block of 16 usable bytes at @0, which begins in byte 0 of the block of 16 usable bytes at @0, 1 of them asked for
                    clause:   a reallocation that fails returns 0, and the old block is as it was
                """);
    }

    @Test
    void aFailedReallocationChangesTheOldBlock() {
        assertDefect(
                () -> new ArenaAllocator() {
                    @Override
                    public long reallocate(long address, long oldSize, long size, long align) {
                        long moved = super.reallocate(address, oldSize, size, align);
                        if (moved == 0) {
                            Memory.putByte(address + oldSize - 1, (byte) 0);
                        }
                        return moved;
                    }
                },
                """
                com.acme.PoolAllocator: a reallocation that failed changed the old block
                    call:     reallocate(@0, 1, 1152921504606846976, 1)
                    expected: byte 0 of the block of 16 usable bytes at @0 being 0xc3
                    found:    byte 0 being 0x00
                    clause:   a reallocation that fails returns 0, and the old block is as it was
                """);
    }

    @Test
    void aFailedReallocationReturnsTheOldAddress() {
        assertDefect(
                () -> new ArenaAllocator() {
                    @Override
                    public long reallocate(long address, long oldSize, long size, long align) {
                        long moved = super.reallocate(address, oldSize, size, align);
                        return moved == 0 ? address : moved;
                    }
                },
                """
                com.acme.PoolAllocator: what no machine has memory for was not refused
                    call:     reallocate(@0, 1, 1152921504606846976, 1)
                    expected: 0: there is no memory
                    found:    @0
                    clause:   a reallocation that fails returns 0, and the old block is as it was
                """);
    }

    @Test
    void anExhaustedArenaThrows() {
        ArenaAllocator allocator = new ArenaAllocator(LIMIT) {
            @Override
            public long allocate(long size, long align) {
                long address = super.allocate(size, align);
                if (address == 0 && size < LIMIT && align < LIMIT) {
                    throw new IllegalStateException("exhausted");
                }
                return address;
            }
        };
        assertDefect(AllocatorContract.of(allocator).limit(LIMIT), """
                com.acme.PoolAllocator: allocate threw an exception
                    call:     allocate(65536, 8)
                    expected: none: failure is 0
                    found:    java.lang.IllegalStateException: exhausted
                    clause:   exhausted, it refuses with 0, and has all of its memory again after all is given back
                """);
    }

    @Test
    void moreIsHandedOutThanTheLimit() {
        ArenaAllocator allocator = new ArenaAllocator(2 * LIMIT);
        assertDefect(AllocatorContract.of(allocator).limit(LIMIT), """
                com.acme.PoolAllocator: more memory is handed out than there is
                    call:     allocate(65536, 8)
                    expected: 0 before 8,388,608 bytes are in use
                    found:    8,454,144 bytes in use
                    clause:   exhausted, it refuses with 0, and has all of its memory again after all is given back
                """);
    }

    @Test
    void largeBlocksAreNotGivenBack() {
        ArenaAllocator allocator = new ArenaAllocator(LIMIT) {
            @Override
            public void deallocate(long address, long oldSize, long align) {
                if (oldSize != LIMIT / 128) {
                    super.deallocate(address, oldSize, align);
                }
            }
        };
        assertDefect(AllocatorContract.of(allocator).limit(LIMIT), """
                com.acme.PoolAllocator: memory that was given back is gone
                    call:     allocate(65536, 8) until it returns 0, for the second time
                    expected: 128 blocks, as the first time
                    found:    0 blocks
                    clause:   exhausted, it refuses with 0, and has all of its memory again after all is given back
                """);
    }
}
