package dev.heapwright.testkit;

import static dev.heapwright.testkit.Contracts.assertDefect;

import dev.heapwright.memory.Memory;
import org.junit.jupiter.api.Test;

/** Allocators with one defect each in what happens if there is no memory. */
class RefusalDefectsTest {
    private static final long LIMIT = 8 << 20;

    @Test
    void failureThrowsAnError() {
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
                    clause:   an impossible size is refused with 0
                """);
    }

    @Test
    void failureIsMinusOneLikeThatOfMmap() {
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
                com.acme.PoolAllocator: an impossible request was not refused
                    call:     allocate(1152921504606846976, 1)
                    expected: 0, as there is no such memory
                    found:    0xffffffffffffffff
                    clause:   an impossible size is refused with 0
                """);
    }

    @Test
    void aHugeSizeOverflowsWhenRounded() {
        assertDefect(
                () -> new ArenaAllocator() {
                    @Override
                    public long allocate(long size, long align) {
                        return super.allocate(Math.max(size + 64, 64), align);
                    }
                },
                """
                com.acme.PoolAllocator: an impossible request was not refused
                    call:     allocate(9223372036854775792, 1)
                    expected: 0, as there is no such memory
                    found:    @0
                    clause:   an impossible size is refused with 0
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
                com.acme.PoolAllocator: an impossible request was not refused
                    call:     allocate(1, 1152921504606846976)
                    expected: 0, as there is no such memory
                    found:    @0
                    clause:   an impossible alignment is refused with 0
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
                com.acme.PoolAllocator: after a failed reallocation, the old block was allocated again
                    call:     allocate(1, 1)
                    expected: bytes that belong to no other live block
                    found:    the block of 16 usable bytes at @0, which starts at byte 0 of the block of 16 usable bytes at @0, 1 of them requested
                    clause:   a failed reallocation returns 0, and the old block is unchanged
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
                com.acme.PoolAllocator: a failed reallocation changed the old block
                    call:     reallocate(@0, 1, 1152921504606846976, 1)
                    expected: byte 0 of the block of 16 usable bytes at @0 is 0xc3
                    found:    byte 0 is 0x00
                    clause:   a failed reallocation returns 0, and the old block is unchanged
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
                com.acme.PoolAllocator: an impossible request was not refused
                    call:     reallocate(@0, 1, 1152921504606846976, 1)
                    expected: 0, as there is no such memory
                    found:    @0
                    clause:   a failed reallocation returns 0, and the old block is unchanged
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
                    clause:   when exhausted, it returns 0, and has all of its memory again after all blocks are freed
                """);
    }

    @Test
    void moreThanTheLimitIsAllocated() {
        ArenaAllocator allocator = new ArenaAllocator(2 * LIMIT);
        assertDefect(AllocatorContract.of(allocator).limit(LIMIT), """
                com.acme.PoolAllocator: more memory was allocated than there is
                    call:     allocate(65536, 8)
                    expected: 0 before 8,388,608 bytes are in use
                    found:    8,454,144 bytes in use
                    clause:   when exhausted, it returns 0, and has all of its memory again after all blocks are freed
                """);
    }

    @Test
    void largeBlocksAreNotFreed() {
        ArenaAllocator allocator = new ArenaAllocator(LIMIT) {
            @Override
            public void deallocate(long address, long oldSize, long align) {
                if (oldSize != LIMIT / 128) {
                    super.deallocate(address, oldSize, align);
                }
            }
        };
        assertDefect(AllocatorContract.of(allocator).limit(LIMIT), """
                com.acme.PoolAllocator: freed memory is lost
                    call:     allocate(65536, 8) until it returns 0, for the second time
                    expected: 128 blocks, as the first time
                    found:    0 blocks
                    clause:   when exhausted, it returns 0, and has all of its memory again after all blocks are freed
                """);
    }
}
