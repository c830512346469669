package com.example.slab;

import dev.heapwright.annotations.Allocator;
import dev.heapwright.memory.Memory;

/**
 * An allocator of size-class slabs. A slab is a piece of memory cut into blocks of one size; allocating is taking a
 * block off the slab's free list, deallocating is putting it back, and neither searches anything. The idea is
 * Bonwick's; finding a block's slab by clearing the low bits of its address, and keeping descriptors apart from the
 * blocks, is how mimalloc does it.
 *
 * <p>The parts, from the outside in:
 * <ol>
 * <li>{@link SizeClasses} tells which size a block gets, from its size and alignment alone.
 * <li>{@link SizeCache}, one per size, hands out blocks of its slabs under a lock of its own. Threads that allocate
 *     different sizes do not meet; those that allocate the same size wait for each other, each for a few reads and
 *     writes. A cache per thread would spare them that, and be twice the code: it has to deal with blocks that another
 *     thread gives back.
 * <li>{@link ChunkPool} carves slabs from chunks that it takes from the C library.
 * <li>{@link LargeBlocks} is for what no slab has.
 * </ol>
 *
 * <p>Of empty slabs one per size is kept, of empty chunks one. Any other empty slab serves whatever size needs one next,
 * and a chunk whose slabs are all free goes back to the C library.
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
     * Gives a block back.
     *
     * @param address of the block
     * @param oldSize in bytes, from the size asked for to the usable size
     * @param align the one it was allocated with
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
     * is as it was}
     *
     * @param address of the block
     * @param oldSize in bytes, from the size asked for to the usable size
     * @param size the new size in bytes, greater than 0
     * @param align the one it was allocated with
     */
    public static long reallocate(long address, long oldSize, long size, long align) {
        int oldClass = SizeClasses.classOf(oldSize, align);
        int newClass = SizeClasses.classOf(size, align);
        if (oldClass == newClass) {
            return newClass == SizeClasses.LARGE ? LargeBlocks.reallocate(address, oldSize, size, align) : address;
        }
        // A smaller block moves too: its class is told from its size, so it has to be in a slab of that class.
        long moved = allocate(size, align);
        if (moved != 0) {
            Memory.copy(address, moved, Math.min(oldSize, size));
            deallocate(address, oldSize, align);
        }
        return moved;
    }

    /**
     * {@return the usable size of the block, which has not changed: enough for a {@code size} of the same class}
     *
     * @param address of the block
     * @param oldSize in bytes, from the size asked for to the usable size
     * @param size the new size in bytes, greater than 0
     * @param align the one it was allocated with
     */
    public static long reallocateInplace(long address, long oldSize, long size, long align) {
        // A block can have any size of its class as it is, and none of another class.
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
