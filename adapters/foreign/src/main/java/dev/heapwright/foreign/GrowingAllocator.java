package dev.heapwright.foreign;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;

/**
 * A {@link SegmentAllocator} that cuts its segments from blocks, one after the other, as {@link
 * SegmentAllocator#slicingAllocator} does, and takes a further block where one is used up. It is for many small segments
 * that end together:
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
 * <p>The blocks are the arena's and are given back when it is closed, not before. Each is twice as large as the one before,
 * up to a largest size. A segment of more than a quarter of that gets a block of its own, so that of a block of the largest
 * size, alignment aside, at most a quarter is left unused. For any other segment, the next block is at least four times as
 * large as the segment.
 *
 * <p>The segment allocated last can be {@linkplain #resize resized} where it is.
 *
 * <p><b>Content.</b> What segments hold at first is unspecified: memory that {@link #resize} has won back is not what it
 * was. {@link MemorySegment#fill} makes zeros of it.
 *
 * <p><b>Threads.</b> An allocator is for one thread at a time, also where its arena is shared. Where several allocate, each
 * has an allocator of its own, over the same arena.
 */
public final class GrowingAllocator implements SegmentAllocator {
    /** In bytes: a page of most platforms. */
    private static final long FIRST_BLOCK = 4 << 10;

    /** In bytes. */
    private static final long LARGEST_BLOCK = 1 << 20;

    /** What is allocated most often is aligned to that or less: the greatest alignment of C's own types. */
    private static final long ALIGNMENT = 16;

    private final HeapArena arena;
    private final long largestBlock;

    /** In bytes; what the next block has at least. */
    private long nextBlock;

    /** Where the next segment is cut from, if there is room. */
    private Region region = Region.NONE;

    /** The segment allocated last, if there is one, and the region that it is in. */
    private Region lastRegion = Region.NONE;

    private long lastAddress;
    private long lastSize;

    /**
     * Makes an allocator whose first block has 4 KiB and whose largest ones have 1 MiB. The first block is taken with the
     * first segment.
     *
     * @param arena has the blocks, and is the lifetime of all segments
     */
    public GrowingAllocator(HeapArena arena) {
        this(arena, FIRST_BLOCK, LARGEST_BLOCK);
    }

    /**
     * Makes an allocator. Its first block is taken with the first segment.
     *
     * @param arena has the blocks, and is the lifetime of all segments
     * @param firstBlock the size of the first block in bytes, 1 or greater
     * @param largestBlock the size in bytes that blocks grow to, {@code firstBlock} or greater; a segment of more than a
     *     quarter of it has its own block
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
     * Allocates a segment, whose content is unspecified. Where this fails, the allocator is as it was.
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
     * what is left of its block, or what the allocator that is bound can add to the block without moving it. Otherwise
     * a new segment is allocated and gets a copy of the content. Where this fails, all is as it was.
     *
     * <p>Either way, <b>the old segment object</b> stays what it is, of its old size, until the arena is closed. Resized in
     * place, both are the same memory where they overlap; after the segment has become smaller, what the old object has
     * beyond is where the next segments are put, so the old one should not be used any more. Where the segment was copied,
     * the old one keeps its memory and its content, and neither sees what is written to the other. To tell the two cases
     * apart, compare the {@linkplain MemorySegment#address addresses}.
     *
     * @param segment to be resized; one that is not the last of this allocator, or is no segment of it at all, is copied
     * @param byteSize the new size in bytes, 0 or greater; what is added has unspecified content
     * @param byteAlignment of the resized segment's address, in bytes, a power of two; a segment that is not aligned to it
     *     is copied
     * @return a segment with the scope of the arena, of the new size; its first bytes are those of the old one, as far as
     *     both reach
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
        // First, as it is what throws where the arena is closed or the thread is not its own.
        MemorySegment segment = arena.segment(address, size);
        from.freeFrom(address + size);
        lastRegion = from;
        lastAddress = address;
        lastSize = size;
        return segment;
    }

    /** A region with room for a segment: the one that all are cut from now on, or for a large one its own. */
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
            throw new IllegalArgumentException("byteSize is " + byteSize + ": a size is 0 or greater");
        }
        if (byteAlignment <= 0 || (byteAlignment & (byteAlignment - 1)) != 0) {
            throw new IllegalArgumentException(
                    "byteAlignment is " + byteAlignment + ": an alignment is a power of two");
        }
    }
}
