package dev.heapwright.foreign;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;

/**
 * A {@link SegmentAllocator} that carves its segments out of blocks, one after the other, like {@link
 * SegmentAllocator#slicingAllocator}, and allocates another block when one is full. It is for many small segments with
 * the same lifetime:
 *
 * <pre>{@code
 * try (HeapArena arena = HeapArena.ofConfined()) {
 *     SegmentAllocator words = new GrowingAllocator(arena);
 *     for (String word : text) {
 *         index.add(words.allocateFrom(word));
 *     }
 * }
 * }</pre>
 *
 * <p>The blocks belong to the arena and are freed when it is closed, not before. Each is twice as large as the previous
 * one, up to a maximum size. A segment of more than a quarter of that gets a block of its own, so that at most a
 * quarter of a block of the maximum size is left unused, not counting alignment. For any other segment, the next block
 * is at least four times as large as the segment.
 *
 * <p>The most recently allocated segment can be {@linkplain #resize resized} in place.
 *
 * <p><b>Content.</b> The initial content of segments is unspecified: memory reclaimed by {@link #resize} is not zeroed.
 * Use {@link MemorySegment#fill} if you need zeros.
 *
 * <p><b>Threads.</b> An allocator is for one thread at a time, even if its arena is shared. If several threads
 * allocate, use one allocator per thread, over the same arena.
 */
public final class GrowingAllocator implements SegmentAllocator {
    /** In bytes: a page of most platforms. */
    private static final long FIRST_BLOCK = 4 << 10;

    /** In bytes. */
    private static final long LARGEST_BLOCK = 1 << 20;

    /** Most allocations have this alignment or less: the greatest alignment of C's own types. */
    private static final long ALIGNMENT = 16;

    private final HeapArena arena;
    private final long largestBlock;

    /** The minimum size of the next block, in bytes. */
    private long nextBlock;

    /** Where the next segment is carved from, if there is room. */
    private Region region = Region.NONE;

    /** The most recently allocated segment, if any, and the region that contains it. */
    private Region lastRegion = Region.NONE;

    private long lastAddress;
    private long lastSize;

    /**
     * Creates an allocator whose first block has 4 KiB and whose largest blocks have 1 MiB. The first block is
     * allocated together with the first segment.
     *
     * @param arena owns the blocks, and determines the lifetime of all segments
     */
    public GrowingAllocator(HeapArena arena) {
        this(arena, FIRST_BLOCK, LARGEST_BLOCK);
    }

    /**
     * Creates an allocator. Its first block is allocated together with the first segment.
     *
     * @param arena owns the blocks, and determines the lifetime of all segments
     * @param firstBlock the size of the first block in bytes, 1 or greater
     * @param largestBlock the size in bytes that blocks grow to, {@code firstBlock} or greater; a segment of more than
     *     a quarter of it gets its own block
     * @throws IllegalArgumentException if one of the sizes is less than that
     */
    public GrowingAllocator(HeapArena arena, long firstBlock, long largestBlock) {
        if (firstBlock < 1 || largestBlock < firstBlock) {
            throw new IllegalArgumentException("blocks of " + firstBlock + " to " + largestBlock
                    + " bytes: the first has 1 byte or more, the largest no less than the first");
        }
        this.arena = arena;
        this.nextBlock = firstBlock;
        this.largestBlock = largestBlock;
    }

    /**
     * Allocates a segment with unspecified content. If this fails, the allocator is unchanged.
     *
     * @param byteSize in bytes, 0 or greater; a segment of size 0 may have the address of another one
     * @param byteAlignment of the segment's address, in bytes, a power of two
     * @return a new segment with the scope of the arena
     * @throws IllegalArgumentException if the size is negative or the alignment not a power of two
     * @throws dev.heapwright.heap.HeapExhaustedError if a block is needed and the allocator that is bound has no memory
     * @throws IllegalStateException if the arena is closed
     * @throws WrongThreadException if the arena is confined to another thread
     */
    @Override
    public MemorySegment allocate(long byteSize, long byteAlignment) {
        check(byteSize, byteAlignment);
        Region from = region;
        long address = from.place(byteSize, byteAlignment);
        if (address == 0) {
            from = newRegion(byteSize, byteAlignment);
            address = from.place(byteSize, byteAlignment);
        }
        return cut(from, address, byteSize);
    }

    /**
     * Resizes a segment, in place if it is the one that this allocator has allocated or resized last and there is room:
     * in the rest of its block, or because the bound allocator can grow the block without moving it. Otherwise a new
     * segment is allocated and the content copied. If this fails, nothing has changed.
     *
     * <p>Either way, <b>the old segment object</b> remains valid, with its old size, until the arena is closed. After a
     * resize in place, both share the memory where they overlap; if the segment was shrunk, the rest of the old
     * object's memory is used for the next segments, so the old object should no longer be used. If the segment was
     * copied, the old one keeps its memory and its content, and neither sees writes to the other. To distinguish the
     * two cases, compare the {@linkplain MemorySegment#address addresses}.
     *
     * @param segment to be resized; one that is not the most recent one of this allocator, or that comes from
     *     elsewhere, is copied
     * @param byteSize the new size in bytes, 0 or greater; the content of added memory is unspecified
     * @param byteAlignment of the resized segment's address, in bytes, a power of two; a segment that is not aligned to it
     *     is copied
     * @return a segment with the scope of the arena, of the new size; its content is that of the old one, up to the
     *     smaller of both sizes
     * @throws IllegalArgumentException if the size is negative or the alignment not a power of two
     * @throws dev.heapwright.heap.HeapExhaustedError if a block is needed and the allocator that is bound has no memory
     * @throws IllegalStateException if the arena is closed, or the segment's scope is not alive
     * @throws WrongThreadException if the arena, or the segment, is confined to another thread
     */
    public MemorySegment resize(MemorySegment segment, long byteSize, long byteAlignment) {
        check(byteSize, byteAlignment);
        if (isLast(segment) && (lastAddress & (byteAlignment - 1)) == 0 && hasRoom(byteSize)) {
            return cut(lastRegion, lastAddress, byteSize);
        }
        MemorySegment copy = allocate(byteSize, byteAlignment);
        MemorySegment.copy(segment, 0, copy, 0, Math.min(segment.byteSize(), byteSize));
        return copy;
    }

    private boolean isLast(MemorySegment segment) {
        return segment.isNative() && segment.address() == lastAddress && segment.byteSize() == lastSize;
    }

    private boolean hasRoom(long size) {
        // No block is that large, and the sum must not overflow.
        return size <= Long.MAX_VALUE - lastAddress && lastRegion.reaches(lastAddress + size, arena);
    }

    private MemorySegment cut(Region from, long address, long size) {
        // First, because it throws if the arena is closed or the thread may not access it.
        MemorySegment segment = arena.segment(address, size);
        from.freeFrom(address + size);
        lastRegion = from;
        lastAddress = address;
        lastSize = size;
        return segment;
    }

    /**
     * A region with room for a segment: a new one for this and later segments, or one of its own for a large segment.
     */
    private Region newRegion(long size, long align) {
        if (size > largestBlock / 4) {
            return newRegionOf(size, align);
        }
        long blockSize = Math.max(nextBlock, 4 * size);
        region = newRegionOf(blockSize, align);
        nextBlock = blockSize > largestBlock / 2 ? largestBlock : 2 * blockSize;
        return region;
    }

    private Region newRegionOf(long blockSize, long align) {
        return new Region(arena.newBlock(blockSize, Math.max(align, ALIGNMENT), false));
    }

    private static void check(long byteSize, long byteAlignment) {
        if (byteSize < 0) {
            throw new IllegalArgumentException("byteSize is " + byteSize + ", must be 0 or greater");
        }
        if (byteAlignment <= 0 || (byteAlignment & (byteAlignment - 1)) != 0) {
            throw new IllegalArgumentException("byteAlignment is " + byteAlignment + ", must be a power of two");
        }
    }
}
