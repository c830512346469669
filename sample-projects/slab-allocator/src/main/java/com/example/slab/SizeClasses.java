package com.example.slab;

import java.util.Arrays;

/**
 * The sizes of blocks in slabs. Up to 128 bytes, there is a class every 16 bytes (and one of 8), above that four
 * classes per doubling, so that a block of more than 64 bytes is less than a quarter larger than requested: the spacing
 * of jemalloc and mimalloc.
 *
 * <p>The class of a block is computed from its size and alignment whenever it is needed; nothing is stored per block.
 * That works because the class is the <em>smallest</em> suitable one: it is suitable for its own block size too, and
 * thus the result for every size from the requested size up to the block's usable size.
 *
 * @see <a href="https://jemalloc.net/jemalloc.3.html#size_classes">The size classes of jemalloc</a>
 */
final class SizeClasses {
    /** No class: the block is not in a slab. */
    static final int LARGE = -1;

    /** The largest block in a slab, in bytes. */
    static final int LARGEST = 8 << 10;

    private static final int[] BLOCK_SIZES = blockSizes();

    /** The number of classes; they are numbered from 0, smallest first. */
    static final int COUNT = BLOCK_SIZES.length;

    /** The smallest class for 1 to 8 bytes at [1], for 9 to 16 at [2], and so on. */
    private static final byte[] CLASS_OF_WORDS = classOfWords();

    private SizeClasses() {}

    /**
     * {@return the smallest class whose blocks have at least {@code size} bytes and whose block size is a multiple of
     * {@code align}, or {@link #LARGE}}
     *
     * <p>Blocks follow one another from the start of a slab, which is aligned to more than any block size. So if the
     * block size is a multiple of an alignment, all blocks have that alignment.
     *
     * @param size in bytes, greater than 0
     * @param align in bytes, a power of two
     */
    static int classOf(long size, long align) {
        if (size > LARGEST || align > LARGEST) {
            return LARGE;
        }
        int sizeClass = CLASS_OF_WORDS[(int) (size + 7) >>> 3];
        // The last class, a power of two, ends the loop: it is a multiple of every alignment that gets here.
        while ((BLOCK_SIZES[sizeClass] & (align - 1)) != 0) {
            sizeClass++;
        }
        return sizeClass;
    }

    /** {@return the size of a block of this class in bytes, a multiple of 8} */
    static int blockSize(int sizeClass) {
        return BLOCK_SIZES[sizeClass];
    }

    private static int[] blockSizes() {
        int[] sizes = new int[64];
        int count = 0;
        sizes[count++] = 8;
        for (int size = 16; size <= LARGEST; size += Math.max(16, Integer.highestOneBit(size) / 4)) {
            sizes[count++] = size;
        }
        return Arrays.copyOf(sizes, count);
    }

    private static byte[] classOfWords() {
        byte[] classes = new byte[LARGEST / 8 + 1];
        int sizeClass = 0;
        for (int words = 1; words < classes.length; words++) {
            if (words * 8 > BLOCK_SIZES[sizeClass]) {
                sizeClass++;
            }
            classes[words] = (byte) sizeClass;
        }
        return classes;
    }
}
