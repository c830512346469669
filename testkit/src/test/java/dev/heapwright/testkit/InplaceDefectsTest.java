package dev.heapwright.testkit;

import static dev.heapwright.testkit.Contracts.assertDefect;

import dev.heapwright.memory.Memory;
import org.junit.jupiter.api.Test;

/** Allocators with one defect each in resizing a block that must not move. */
class InplaceDefectsTest {
    @Test
    void aBlockThatCouldNotGrowIsReportedAsGrown() {
        assertDefect(
                () -> new ArenaAllocator() {
                    @Override
                    public long reallocateInplace(long address, long oldSize, long size, long align) {
                        return usableSize(size, align);
                    }
                },
                """
                com.acme.PoolAllocator: a block grew in place into another live block
                    call:     reallocateInplace(@0, 1, 100, 1)
                    expected: bytes that belong to no other live block
                    found:    the block of 112 usable bytes at @16, which starts at byte 16 of the block of 112 usable bytes at @0, 100 of them requested
                    clause:   adjacent blocks grow and shrink in place, or keep their old size, and keep content and memory
                """);
    }

    @Test
    void aBlockThatCouldNotGrowIsReportedAsEmpty() {
        assertDefect(
                () -> new ArenaAllocator() {
                    @Override
                    public long reallocateInplace(long address, long oldSize, long size, long align) {
                        return size <= rounded(oldSize) ? super.reallocateInplace(address, oldSize, size, align) : 0;
                    }
                },
                """
                com.acme.PoolAllocator: reallocateInplace returned a size that the block cannot have
                    call:     reallocateInplace(@0, 1, 100, 1)
                    expected: at least 100 if it grew; usableSize(1, 1), which is 16, if unchanged
                    found:    0
                    clause:   adjacent blocks grow and shrink in place, or keep their old size, and keep content and memory
                """);
    }

    /**
     * The result is large enough, and thus looks like success, but is neither the block's usable size nor less than its
     * old size.
     */
    @Test
    void aBlockThatCouldNotShrinkIsReportedWithTheOldSize() {
        assertDefect(
                () -> new ArenaAllocator() {
                    @Override
                    public long reallocateInplace(long address, long oldSize, long size, long align) {
                        return size < oldSize ? oldSize : super.reallocateInplace(address, oldSize, size, align);
                    }
                },
                """
                com.acme.PoolAllocator: reallocateInplace returned a size that the block cannot have
                    call:     reallocateInplace(@16, 100, 1, 1)
                    expected: from 1 to 99 if it shrank; usableSize(100, 1), which is 112, if unchanged
                    found:    100
                    clause:   adjacent blocks grow and shrink in place, or keep their old size, and keep content and memory
                """);
    }

    /** Its user relies on the old size, and the allocator on the new one. */
    @Test
    void aBlockThatShrankIsReportedAsUnchanged() {
        assertDefect(
                () -> new ArenaAllocator() {
                    @Override
                    public long reallocateInplace(long address, long oldSize, long size, long align) {
                        long usable = super.reallocateInplace(address, oldSize, size, align);
                        return size < oldSize ? usableSize(oldSize, align) : usable;
                    }
                },
                """
                com.acme.PoolAllocator: after resizing in place, memory of the block was allocated again
                    call:     allocate(100, 1)
                    expected: bytes that belong to no other live block
                    found:    the block of 112 usable bytes at @160, which starts at byte 16 of the block of 112 usable bytes at @144, 100 of them requested
                    clause:   adjacent blocks grow and shrink in place, or keep their old size, and keep content and memory
                """);
    }

    @Test
    void theSizeIsReturnedInsteadOfTheUsableSize() {
        assertDefect(
                () -> new ArenaAllocator() {
                    @Override
                    public long reallocateInplace(long address, long oldSize, long size, long align) {
                        return super.reallocateInplace(address, oldSize, size, align) >= size ? size : oldSize;
                    }
                },
                """
                com.acme.PoolAllocator: reallocateInplace to the same size did not return the usable size
                    call:     reallocateInplace(@0, 1, 1, 1)
                    expected: 16, as usableSize(1, 1) is
                    found:    1
                    clause:   a block resized in place to its own size is unchanged
                """);
    }

    @Test
    void aBlockThatShrinksIsMoved() {
        assertDefect(
                () -> new ArenaAllocator() {
                    @Override
                    public long reallocateInplace(long address, long oldSize, long size, long align) {
                        if (rounded(size) >= rounded(oldSize)) {
                            return usableSize(oldSize, align);
                        }
                        reallocate(address, oldSize, size, align);
                        return usableSize(size, align);
                    }
                },
                """
                com.acme.PoolAllocator: after resizing in place, memory of the block was allocated again
                    call:     allocate(1, 1)
                    expected: bytes that belong to no other live block
                    found:    the block of 16 usable bytes at @16, which starts at byte 0 of the block of 16 usable bytes at @16, 1 of them requested
                    clause:   adjacent blocks grow and shrink in place, or keep their old size, and keep content and memory
                """);
    }

    @Test
    void aBlockThatShrinksIsCleared() {
        assertDefect(
                () -> new ArenaAllocator() {
                    @Override
                    public long reallocateInplace(long address, long oldSize, long size, long align) {
                        long usable = super.reallocateInplace(address, oldSize, size, align);
                        if (size < oldSize) {
                            Memory.fill(address + size - 1, oldSize - size, (byte) 0);
                        }
                        return usable;
                    }
                },
                """
                com.acme.PoolAllocator: reallocateInplace lost content
                    call:     reallocateInplace(@0, 16, 1, 1)
                    expected: 1 bytes kept; byte 0 is 0xd5
                    found:    byte 0 is 0x00
                    clause:   adjacent blocks grow and shrink in place, or keep their old size, and keep content and memory
                """);
    }

    @Test
    void growthToAnImpossibleSizeIsReportedAsSuccess() {
        assertDefect(
                () -> new ArenaAllocator() {
                    @Override
                    public long reallocateInplace(long address, long oldSize, long size, long align) {
                        return size > SIZE ? size : super.reallocateInplace(address, oldSize, size, align);
                    }
                },
                """
                com.acme.PoolAllocator: reallocateInplace returned a size that the block cannot have
                    call:     reallocateInplace(@0, 1, 1152921504606846976, 1)
                    expected: at least 1152921504606846976 if it grew; usableSize(1, 1), which is 16, if unchanged
                    found:    1152921504606846976
                    clause:   failed resizing in place returns the usable size, and the block is unchanged
                """);
    }
}
