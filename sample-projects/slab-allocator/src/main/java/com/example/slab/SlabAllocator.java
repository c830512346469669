package com.example.slab;

import dev.heapwright.annotations.Allocator;
import dev.heapwright.memory.Memory;

/**
 * An allocator of size-class slabs. A slab is a piece of memory divided into blocks of one size; allocating takes a
 * block off the slab's free list, deallocating puts it back, and neither searches anything. The idea is Bonwick's;
 * finding a block's slab by clearing the low bits of its address, and keeping descriptors separate from the blocks, is
 * mimalloc's.
 *
 * <p>The components, from the outside in:
 * <ol>
 * <li>{@link SizeClasses} determines the size of a block, from the requested size and alignment alone.
 * <li>{@link SizeCache}, one per size, allocates blocks from its slabs under its own lock. Threads that allocate
 *     different sizes do not interfere; those that allocate the same size wait for each other, each for a few reads and
 *     writes. A cache per thread would avoid that, but be twice the code: it has to deal with blocks that another
 *     thread frees.
 * <li>{@link ChunkPool} carves slabs out of chunks from the C library.
 * <li>{@link LargeBlocks} is for blocks that do not fit into slabs.
 * </ol>
 *
 * <p>One empty slab per size is kept, and one empty chunk. Any other empty slab is available to the next size that
 * needs one, and a chunk whose slabs are all free is returned to the C library.
 *
 * @see <a href="https://www.usenix.org/conference/usenix-summer-1994-technical-conference/slab-allocator-object-caching-kernel">
 *     Jeff Bonwick, The Slab Allocator: An Object-Caching Kernel Memory Allocator (1994)</a>
 * @see <a href="https://www.microsoft.com/en-us/research/publication/mimalloc-free-list-sharding-in-action/">
 *     Daan Leijen, Benjamin Zorn, Leonardo de Moura, Mimalloc: Free List Sharding in Action (2019)</a>
 */
@Allocator
public final class SlabAllocator {
    private static final SizeCache[] CACHES = caches(new ChunkPool());

    private SlabAllocator() {}

    /**
     * {@return the address of a new block, a multiple of {@code align}, or 0}
     *
     * @param size in bytes, greater than 0
     * @param align in bytes, a power of two
     */
    public static long allocate(long size, long align) {
        int sizeClass = SizeClasses.classOf(size, align);
        return sizeClass == SizeClasses.LARGE ? LargeBlocks.allocate(size, align) : CACHES[sizeClass].allocate();
    }

    /**
     * Frees a block.
     *
     * @param address of the block
     * @param oldSize in bytes, from the requested size to the usable size
     * @param align the alignment it was allocated with
     */
    public static void deallocate(long address, long oldSize, long align) {
        int sizeClass = SizeClasses.classOf(oldSize, align);
        if (sizeClass == SizeClasses.LARGE) {
            LargeBlocks.deallocate(address, align);
        } else {
            CACHES[sizeClass].deallocate(address);
        }
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
        int oldClass = SizeClasses.classOf(oldSize, align);
        int newClass = SizeClasses.classOf(size, align);
        if (oldClass == newClass) {
            return newClass == SizeClasses.LARGE ? LargeBlocks.reallocate(address, oldSize, size, align) : address;
        }
        // A smaller block moves too: its class is computed from its size, so it has to be in a slab of that class.
        long moved = allocate(size, align);
        if (moved != 0) {
            Memory.copy(address, moved, Math.min(oldSize, size));
            deallocate(address, oldSize, align);
        }
        return moved;
    }

    /**
     * {@return the unchanged usable size of the block: enough for a {@code size} of the same class}
     *
     * @param address of the block
     * @param oldSize in bytes, from the requested size to the usable size
     * @param size the new size in bytes, greater than 0
     * @param align the alignment it was allocated with
     */
    public static long reallocateInplace(long address, long oldSize, long size, long align) {
        // Without moving, a block can have any size of its class, but none of another class.
        return usableSize(oldSize, align);
    }

    /**
     * {@return the usable bytes of a block from {@code allocate(size, align)}}
     *
     * @param size in bytes, greater than 0
     * @param align in bytes, a power of two
     */
    public static long usableSize(long size, long align) {
        int sizeClass = SizeClasses.classOf(size, align);
        return sizeClass == SizeClasses.LARGE ? LargeBlocks.usableSize(size) : SizeClasses.blockSize(sizeClass);
    }

    private static SizeCache[] caches(ChunkPool pool) {
        SizeCache[] caches = new SizeCache[SizeClasses.COUNT];
        for (int i = 0; i < caches.length; i++) {
            caches[i] = new SizeCache(SizeClasses.blockSize(i), pool);
        }
        return caches;
    }
}
