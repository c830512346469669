package com.example.hugepages;

import com.example.buddy.BuddySpace;
import dev.heapwright.annotations.Allocator;
import dev.heapwright.memory.CHeap;
import dev.heapwright.memory.Memory;

/**
 * An allocator whose memory is one range of addresses, for which Linux is asked for huge pages: an access at random then
 * needs one entry of the processor's translation buffer for 2 MiB instead of 4 KiB. Memory is provided when it is first
 * written to, 2 MiB at a time, and blocks of at least that size return theirs when they are freed.
 *
 * <p>Where there are no huge pages, it works with small ones, says so once on the standard error, and {@link #obstacle}
 * says why.
 */
@Allocator
public final class HugePageAllocator {
    /** The binary logarithm of the bytes that it has, as a system property: 34, which is 16 GiB, by default. */
    public static final String LOG_SIZE_PROPERTY = "com.example.hugepages.logsize";

    private static final String OBSTACLE = HugePages.obstacle();
    private static final boolean IS_LINUX = System.getProperty("os.name").equals("Linux");
    private static final BuddySpace SPACE = space(Integer.getInteger(LOG_SIZE_PROPERTY, 34));

    private HugePageAllocator() {}

    /** {@return why there are no huge pages; empty if the kernel gives them to who asks} */
    public static String obstacle() {
        return OBSTACLE;
    }

    /**
     * {@return the address of a new block, a multiple of {@code align}, or 0}
     *
     * @param size in bytes, greater than 0
     * @param align in bytes, a power of two
     */
    public static long allocate(long size, long align) {
        return SPACE == null ? 0 : SPACE.allocate(size, align);
    }

    /**
     * Frees a block.
     *
     * @param address of the block
     * @param oldSize in bytes, from the requested size to the usable size
     * @param align the alignment it was allocated with
     */
    public static void deallocate(long address, long oldSize, long align) {
        long size = usableSize(oldSize, align);
        if (IS_LINUX && size >= HugePages.SIZE) {
            HugePages.release(address, size);
        }
        SPACE.deallocate(address, oldSize, align);
    }

    /**
     * {@return the block's address after its size has become {@code size}; 0 if there is no memory, and then the block
     * is unchanged}
     *
     * @param address of the block
     * @param oldSize in bytes, from the requested size to the usable size
     * @param size the new size in bytes, greater than 0
     * @param align the alignment it was allocated with
     */
    public static long reallocate(long address, long oldSize, long size, long align) {
        if (usableSize(oldSize, align) == usableSize(size, align)) {
            return address;
        }
        long moved = allocate(size, align);
        if (moved != 0) {
            Memory.copy(address, moved, Math.min(oldSize, size));
            deallocate(address, oldSize, align);
        }
        return moved;
    }

    /**
     * {@return the unchanged usable size of the block}
     *
     * @param address of the block
     * @param oldSize in bytes, from the requested size to the usable size
     * @param size the new size in bytes, greater than 0
     * @param align the alignment it was allocated with
     */
    public static long reallocateInplace(long address, long oldSize, long size, long align) {
        return usableSize(oldSize, align);
    }

    /**
     * {@return the usable bytes of a block from {@code allocate(size, align)}: a power of two}
     *
     * @param size in bytes, greater than 0
     * @param align in bytes, a power of two
     */
    public static long usableSize(long size, long align) {
        return BuddySpace.usableSize(size, align);
    }

    private static BuddySpace space(int logSize) {
        if (!OBSTACLE.isEmpty()) {
            System.err.println("HugePageAllocator works with small pages: " + OBSTACLE);
        }
        long size = 1L << logSize;
        long start = IS_LINUX ? HugePages.reserve(size) : CHeap.alignedAlloc(HugePages.SIZE, size);
        return start == 0 ? null : new BuddySpace(start, logSize);
    }
}
