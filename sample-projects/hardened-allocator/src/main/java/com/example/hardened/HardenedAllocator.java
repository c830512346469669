package com.example.hardened;

import dev.heapwright.annotations.Allocator;
import dev.heapwright.memory.Memory;

/**
 * An allocator that makes mistakes with memory visible and attacks with them hard:
 * <ul>
 * <li>What it knows about blocks is not beside them, where an overrun could change it.
 * <li>Where the next block is placed is random; a block that was freed is not the next to be used.
 * <li>Freed blocks are overwritten: nobody finds old secrets in them, and who writes to one is found.
 * <li>Each call that frees or resizes a block must name its address and size; a second free is always found, as long as
 *     the slot has not been used again.
 * <li>A secret value behind each block reveals overruns when it is freed or resized.
 * </ul>
 *
 * <p>What it finds is thrown as a {@link CorruptionError}. Reading a freed block goes unnoticed, but yields nothing.
 *
 * @see <a href="https://llvm.org/docs/ScudoHardenedAllocator.html">Scudo Hardened Allocator</a>
 * @see <a href="https://github.com/GrapheneOS/hardened_malloc">hardened_malloc</a>
 */
@Allocator
public final class HardenedAllocator {
    private static final int LOG_SMALLEST = 4;
    private static final int LOG_LARGEST = 14;

    private static final SizeClass[] CLASSES = classes();

    private HardenedAllocator() {}

    /**
     * {@return the address of a new block, a multiple of {@code align}, or 0}
     *
     * @param size in bytes, greater than 0
     * @param align in bytes, a power of two
     */
    public static long allocate(long size, long align) {
        SizeClass sizeClass = classOf(size, align);
        return sizeClass == null ? LargeBlocks.allocate(size, align) : sizeClass.allocate((int) size);
    }

    /**
     * Frees a block.
     *
     * @param address of the block
     * @param oldSize in bytes, the requested size
     * @param align the alignment it was allocated with
     * @throws CorruptionError if there is no such block, or it was overrun
     */
    public static void deallocate(long address, long oldSize, long align) {
        Chunk chunk = Chunk.of(address);
        if (chunk == null) {
            LargeBlocks.deallocate(address, oldSize, align);
        } else {
            chunk.sizeClass.deallocate(chunk, address, oldSize);
        }
    }

    /**
     * {@return the block's address after its size has become {@code size}; 0 if there is no memory, and then the block
     * is unchanged}
     *
     * @param address of the block
     * @param oldSize in bytes, the requested size
     * @param size the new size in bytes, greater than 0
     * @param align the alignment it was allocated with
     * @throws CorruptionError if there is no such block, or it was overrun
     */
    public static long reallocate(long address, long oldSize, long size, long align) {
        if (resize(address, oldSize, size, align)) {
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
     * {@return the usable size of the block afterwards: {@code size} if it has a slot in which it may be as large}
     *
     * @param address of the block
     * @param oldSize in bytes, the requested size
     * @param size the new size in bytes, greater than 0
     * @param align the alignment it was allocated with
     * @throws CorruptionError if there is no such block, or it was overrun
     */
    public static long reallocateInplace(long address, long oldSize, long size, long align) {
        return usableSize(resize(address, oldSize, size, align) ? size : oldSize, align);
    }

    /**
     * {@return the usable bytes of a block from {@code allocate(size, align)}: those requested}
     *
     * @param size in bytes, greater than 0
     * @param align in bytes, a power of two
     */
    public static long usableSize(long size, long align) {
        return size;
    }

    private static boolean resize(long address, long oldSize, long size, long align) {
        Chunk chunk = Chunk.of(address);
        if (chunk == null) {
            LargeBlocks.check(address, oldSize);
            return false;
        }
        if (classOf(size, align) != chunk.sizeClass) {
            chunk.sizeClass.check(chunk, address, oldSize);
            return false;
        }
        chunk.sizeClass.resize(chunk, address, oldSize, (int) size);
        return true;
    }

    /** Returns the class whose slots have room for a block and what is behind it; null if there is none. */
    private static SizeClass classOf(long size, long align) {
        long largest = 1L << LOG_LARGEST;
        if (size > largest - SizeClass.CANARY || align > largest) {
            return null;
        }
        long slot = Math.max(Math.max(size + SizeClass.CANARY, align), 1L << LOG_SMALLEST);
        return CLASSES[Long.SIZE - Long.numberOfLeadingZeros(slot - 1) - LOG_SMALLEST];
    }

    private static SizeClass[] classes() {
        SizeClass[] classes = new SizeClass[LOG_LARGEST - LOG_SMALLEST + 1];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = new SizeClass(LOG_SMALLEST + i);
        }
        return classes;
    }
}
