package dev.heapwright.testkit;

import static dev.heapwright.testkit.Contracts.assertDefect;

import dev.heapwright.memory.Memory;
import org.junit.jupiter.api.Test;

/** Allocators with one defect each in resizing a block that may move. */
class ReallocationDefectsTest {
    @Test
    void reallocationLosesTheTail() {
        assertDefect(
                () -> new ArenaAllocator() {
                    @Override
                    public long reallocate(long address, long oldSize, long size, long align) {
                        long moved = allocate(size, align);
                        Memory.copy(address, moved, Math.min(oldSize, size) & -8);
                        deallocate(address, oldSize, align);
                        return moved;
                    }
                },
                """
                com.acme.PoolAllocator: reallocate lost content
                    call:     reallocate(@0, 1, 1, 1)
                    expected: 1 bytes kept; byte 0 is 0xc3
                    found:    byte 0 is 0x87
                    clause:   reallocation keeps content and alignment, in every direction
                """);
    }

    @Test
    void reallocationCopiesTheWholeOldBlockWhateverTheNewSize() {
        assertDefect(
                () -> new ArenaAllocator() {
                    @Override
                    public long reallocate(long address, long oldSize, long size, long align) {
                        long moved = allocate(size, align);
                        Memory.copy(address, moved, oldSize);
                        deallocate(address, oldSize, align);
                        return moved;
                    }
                },
                """
                com.acme.PoolAllocator: reallocate wrote into another live block
                    call:     reallocate(@64, 17, 1, 1)
                    expected: byte 0 of the block of 32 usable bytes at @16 is 0xff
                    found:    byte 0 is 0xbf
                    clause:   reallocation keeps content and alignment, in every direction
                """);
    }

    @Test
    void reallocationReturnsTheSameAddressWithoutGrowing() {
        assertDefect(
                () -> new ArenaAllocator() {
                    @Override
                    public long reallocate(long address, long oldSize, long size, long align) {
                        return size < 2 * oldSize ? address : super.reallocate(address, oldSize, size, align);
                    }
                },
                """
                com.acme.PoolAllocator: two live blocks overlap
                    call:     reallocate(@0, 16, 17, 1)
                    expected: bytes that belong to no other live block
                    found:    the block of 32 usable bytes at @16, which starts at byte 16 of the block of 32 usable bytes at @0, 17 of them requested
                    clause:   reallocation keeps content and alignment, in every direction
                """);
    }

    @Test
    void reallocationForgetsTheAlignment() {
        assertDefect(
                () -> new ArenaAllocator() {
                    @Override
                    public long reallocate(long address, long oldSize, long size, long align) {
                        return super.reallocate(address, oldSize, size, 16);
                    }
                },
                """
                com.acme.PoolAllocator: a block is not aligned
                    call:     reallocate(@0, 1, 1, 64)
                    expected: a multiple of 64
                    found:    @16, a multiple of 16
                    clause:   reallocation keeps content and alignment, in every direction
                """);
    }

    @Test
    void reallocationThrows() {
        assertDefect(
                () -> new ArenaAllocator() {
                    @Override
                    public long reallocate(long address, long oldSize, long size, long align) {
                        if (size < oldSize) {
                            throw new UnsupportedOperationException("not smaller");
                        }
                        return super.reallocate(address, oldSize, size, align);
                    }
                },
                """
                com.acme.PoolAllocator: reallocate threw an exception
                    call:     reallocate(@16, 16, 1, 1)
                    expected: none: failure is 0
                    found:    java.lang.UnsupportedOperationException: not smaller
                    clause:   reallocation keeps content and alignment, in every direction
                """);
    }
}
