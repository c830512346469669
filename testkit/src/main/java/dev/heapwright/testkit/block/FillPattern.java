package dev.heapwright.testkit.block;

import dev.heapwright.memory.Memory;
import java.nio.ByteOrder;

/**
 * What blocks are filled with. Each word is derived from the block's number and the word's position, so that a byte
 * from another block, or from another position in the same one, can be distinguished from the correct one.
 *
 * <p>A large block is filled completely at its beginning and its end, and sparsely in between: a block of megabytes
 * would otherwise cost as much as a thousand others. One in eight is filled completely, as a single byte may get lost
 * anywhere. A block of many megabytes, whose total may exceed the memory, is written only at its ends.
 */
final class FillPattern {
    /** The number of bytes that are all written at the beginning, and likewise at the end. */
    private static final long EDGE = 4 << 10;

    /** The distance in bytes between the words in between. */
    private static final long STRIDE = 1 << 9;

    /** The largest block, in bytes, that is written in between at all. */
    private static final long LARGEST_IN_BETWEEN = 4 << 20;

    /** The largest block, in bytes, that may be filled completely. */
    private static final long LARGEST_ALL_OVER = 1 << 20;

    private static final boolean LITTLE_ENDIAN = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;

    private FillPattern() {}

    static void write(TestBlock block) {
        long bytes = block.usable();
        for (long i = 0; i < bytes; i = next(block, i)) {
            if (i + Long.BYTES <= bytes) {
                Memory.putLong(block.address() + i, word(block, i));
            } else {
                for (long rest = i; rest < bytes; rest++) {
                    Memory.putByte(block.address() + rest, byteAt(block, rest));
                }
            }
        }
    }

    /**
     * {@return the index of the first byte that differs from what was written, -1 if there is none}
     *
     * @param block as it was when it was written
     * @param address where its content is now
     * @param bytes how many of its bytes to check, at most those that were usable
     */
    static long firstDifference(TestBlock block, long address, long bytes) {
        for (long i = 0; i < bytes; i = next(block, i)) {
            if (i + Long.BYTES > bytes || Memory.getLong(address + i) != word(block, i)) {
                for (long j = i; j < Math.min(i + Long.BYTES, bytes); j++) {
                    if (Memory.getByte(address + j) != byteAt(block, j)) {
                        return j;
                    }
                }
            }
        }
        return -1;
    }

    /** {@return the index of the first byte that is not 0, -1 if all are} */
    static long firstOtherThanZero(long address, long bytes) {
        long i = 0;
        while (i + Long.BYTES <= bytes && Memory.getLong(address + i) == 0) {
            i += Long.BYTES;
        }
        while (i < bytes && Memory.getByte(address + i) == 0) {
            i++;
        }
        return i < bytes ? i : -1;
    }

    /** {@return the byte that was written at this index} */
    static byte byteAt(TestBlock block, long index) {
        long inWord = index % Long.BYTES;
        long shift = Byte.SIZE * (LITTLE_ENDIAN ? inWord : Long.BYTES - 1 - inWord);
        return (byte) (word(block, index - inWord) >>> shift);
    }

    /** {@return the position of the next word} */
    private static long next(TestBlock block, long index) {
        long next = index + Long.BYTES;
        long end = (block.usable() - EDGE) & -Long.BYTES;
        return next < EDGE || next >= end || isWrittenAllOver(block)
                ? next
                : block.usable() > LARGEST_IN_BETWEEN ? end : Math.min((next + STRIDE - 1) & -STRIDE, end);
    }

    private static boolean isWrittenAllOver(TestBlock block) {
        return block.content() >>> 61 == 0 && block.usable() <= LARGEST_ALL_OVER;
    }

    private static long word(TestBlock block, long index) {
        long mixed = (block.content() + index) * 0x9E3779B97F4A7C15L;
        // Neither the word nor any of its bytes is 0, so that fresh memory is not mistaken for content.
        return (mixed ^ mixed >>> 32) | 0x0101010101010101L;
    }
}
