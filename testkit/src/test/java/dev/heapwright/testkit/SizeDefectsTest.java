package dev.heapwright.testkit;

import static dev.heapwright.testkit.Contracts.assertDefect;

import dev.heapwright.memory.Memory;
import org.junit.jupiter.api.Test;

/** Allocators with one defect each in the properties of a new block. */
class SizeDefectsTest {
    @Test
    void alignmentsAbove16AreIgnored() {
        assertDefect(
                () -> new ArenaAllocator() {
                    @Override
                    public long allocate(long size, long align) {
                        return super.allocate(size, Math.min(align, 16));
                    }
                },
                """
                com.acme.PoolAllocator: a block is not aligned
                    call:     allocate(1, 32)
                    expected: a multiple of 32
                    found:    @16, a multiple of 16
                    clause:   every block has the requested alignment, from 1 byte to 1 MiB
                """);
    }

    @Test
    void blocksOfOddSizeAreMisaligned() {
        assertDefect(
                () -> new ArenaAllocator() {
                    @Override
                    public long allocate(long size, long align) {
                        return size % 2 == 0 ? super.allocate(size, align) : super.allocate(size + 8, align) + 8;
                    }

                    @Override
                    public void deallocate(long address, long oldSize, long align) {
                        super.deallocate(address & -16, oldSize, align);
                    }
                },
                """
                com.acme.PoolAllocator: a block is not aligned
                    call:     allocate(1, 16)
                    expected: a multiple of 16
                    found:    @8, a multiple of 8
                    clause:   every block has the requested alignment, from 1 byte to 1 MiB
                """);
    }

    @Test
    void theUsableSizeIsOneTooLarge() {
        assertDefect(
                () -> new ArenaAllocator() {
                    @Override
                    public long usableSize(long size, long align) {
                        return super.usableSize(size - size % 16, align) + 17;
                    }
                },
                """
                com.acme.PoolAllocator: the usable size reaches into another live block
                    call:     allocate(1, 1)
                    expected: bytes that belong to no other live block
                    found:    the block of 17 usable bytes at @16, which starts at byte 16 of the block of 17 usable bytes at @0, 1 of them requested
                    clause:   every block has the requested alignment, from 1 byte to 1 MiB
                """);
    }

    @Test
    void theUsableSizeIsSmallerThanTheSize() {
        assertDefect(
                () -> new ArenaAllocator() {
                    @Override
                    public long usableSize(long size, long align) {
                        return size > 1000 ? size & -256 : super.usableSize(size, align);
                    }
                },
                """
                com.acme.PoolAllocator: the usable size is smaller than the size
                    call:     usableSize(4097, 1)
                    expected: 4097 or more
                    found:    4096
                    clause:   every block has the requested alignment, from 1 byte to 1 MiB
                """);
    }

    @Test
    void theUsableSizeIsNegative() {
        assertDefect(
                () -> new ArenaAllocator() {
                    @Override
                    public long usableSize(long size, long align) {
                        return size > 4096 ? -1 : super.usableSize(size, align);
                    }
                },
                """
                com.acme.PoolAllocator: the usable size is smaller than the size
                    call:     usableSize(4097, 1)
                    expected: 4097 or more
                    found:    -1
                    clause:   every block has the requested alignment, from 1 byte to 1 MiB
                """);
    }

    @Test
    void theUsableSizeIsUnbounded() {
        assertDefect(
                () -> new ArenaAllocator() {
                    @Override
                    public long usableSize(long size, long align) {
                        return Long.MAX_VALUE;
                    }
                },
                """
                com.acme.PoolAllocator: the usable size is far too large
                    call:     usableSize(1, 1)
                    expected: little more than requested
                    found:    9223372036854775807
                    clause:   every block has the requested alignment, from 1 byte to 1 MiB
                """);
    }

    @Test
    void theUsableSizeOfTheUsableSizeIsLarger() {
        assertDefect(
                () -> new ArenaAllocator() {
                    @Override
                    public long allocate(long size, long align) {
                        return super.allocate(size + 8, align);
                    }

                    @Override
                    public long usableSize(long size, long align) {
                        return size + 8;
                    }
                },
                """
                com.acme.PoolAllocator: the usable size is not the same for all sizes of one block
                    call:     usableSize(5, 1)
                    expected: 9, as usableSize(1, 1) is
                    found:    13
                    clause:   the usable size is at least the size, and the same for every size in between
                """);
    }

    @Test
    void largeBlocksOverlap() {
        assertDefect(
                () -> new ArenaAllocator() {
                    @Override
                    public long allocate(long size, long align) {
                        return size == 4097 ? super.allocate(4096, align) : super.allocate(size, align);
                    }

                    @Override
                    public long usableSize(long size, long align) {
                        return size;
                    }
                },
                """
                com.acme.PoolAllocator: two live blocks overlap
                    call:     allocate(4097, 1)
                    expected: bytes that belong to no other live block
                    found:    the block of 4097 usable bytes at @4096, which starts at byte 4096 of the block of 4097 usable bytes at @0, 4097 of them requested
                    clause:   every block has the requested alignment, from 1 byte to 1 MiB
                """);
    }

    @Test
    void smallBlocksAreRefused() {
        assertDefect(
                () -> new ArenaAllocator() {
                    @Override
                    public long allocate(long size, long align) {
                        return size < 8 ? 0 : super.allocate(size, align);
                    }
                },
                """
                com.acme.PoolAllocator: a block of an ordinary size was refused
                    call:     allocate(1, 1)
                    expected: an address, as only 0 bytes are in use
                    found:    0
                    clause:   every block has the requested alignment, from 1 byte to 1 MiB
                """);
    }

    @Test
    void reusedMemoryIsNotZeroed() {
        assertDefect(
                () -> new ArenaAllocator() {
                    @Override
                    public long allocateZeroed(long size, long align) {
                        return allocate(size, align);
                    }
                },
                """
                com.acme.PoolAllocator: allocateZeroed did not zero
                    call:     allocateZeroed(1, 1)
                    expected: 0 in each of 1 bytes
                    found:    byte 0 is 0xc3
                    clause:   a block from allocateZeroed is zero, even in reused memory
                """);
    }

    @Test
    void theLastBytesAreNotZeroed() {
        assertDefect(
                () -> new ArenaAllocator() {
                    @Override
                    public long allocateZeroed(long size, long align) {
                        return size % 8 == 0 ? super.allocateZeroed(size, align) : zeroedWords(size, align);
                    }

                    private long zeroedWords(long size, long align) {
                        long address = allocate(size, align);
                        Memory.fill(address, size & -8, (byte) 0);
                        return address;
                    }
                },
                """
                com.acme.PoolAllocator: allocateZeroed did not zero
                    call:     allocateZeroed(1, 1)
                    expected: 0 in each of 1 bytes
                    found:    byte 0 is 0xc3
                    clause:   a block from allocateZeroed is zero, even in reused memory
                """);
    }
}
