package com.example.slab;

/**
 * The blocks of one size: what Bonwick calls a cache. It lists the slabs of its size that are not full; a full one is
 * found again by the address of a block that is freed. A slab that becomes empty is returned to the pool, for use by
 * any size, except for the last one: a program that alternately allocates and frees one block does not go to the pool
 * each time.
 *
 * <p>Thread-safe through its own lock, which is held for a few reads and writes. While it is held, the pool's lock may
 * be taken, but never the other way round, so the two cannot deadlock.
 */
final class SizeCache {
    private final int blockSize;
    private final ChunkPool pool;
    private final NodeList slabs = new NodeList();

    SizeCache(int blockSize, ChunkPool pool) {
        this.blockSize = blockSize;
        this.pool = pool;
    }

    /** {@return a block, 0 if there is no memory} */
    synchronized long allocate() {
        long slab = slabs.first();
        if (slab == 0) {
            slab = pool.take();
            if (slab == 0) {
                return 0;
            }
            Slab.format(slab, blockSize);
            slabs.add(slab);
        }
        long block = Slab.take(slab, blockSize);
        if (Slab.isFull(slab)) {
            slabs.remove(slab);
        }
        return block;
    }

    synchronized void deallocate(long block) {
        long slab = ChunkPool.slabOf(block);
        if (Slab.isFull(slab)) {
            slabs.add(slab);
        }
        Slab.giveBack(slab, block);
        if (Slab.isEmpty(slab) && !slabs.isOnly(slab)) {
            slabs.remove(slab);
            pool.giveBack(slab);
        }
    }
}
