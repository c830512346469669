package dev.heapwright.memory;

import java.util.Map;

/**
 * The heap of the C library: {@code malloc} and related functions. On Java 22 and newer, these call the C library
 * itself through the FFM API; on 17 to 21, they use {@code sun.misc.Unsafe}, which gets its memory from there.
 *
 * <p>Failure is 0, never an exception. Sizes and alignments are in bytes. A size must be greater than 0; for a negative
 * size, the result is always 0. Any thread may free or resize a block that another has allocated.
 *
 * <p>A block must be freed by the function that matches its allocation: {@link #free} for {@link #malloc}, {@link
 * #calloc} and {@link #realloc}; {@link #alignedFree} with the same alignment for {@link #alignedAlloc}.
 *
 * <p>All functions require a 64-bit JVM that does not deny native access to this module; otherwise they throw {@link
 * NativeUnavailableError}.
 *
 * @see <a href="https://www.open-std.org/jtc1/sc22/wg14/www/docs/n1570.pdf">C11, 7.22.3: Memory management functions</a>
 * @see <a href="https://pubs.opengroup.org/onlinepubs/9799919799/functions/malloc.html">POSIX: malloc</a>
 * @see <a href="https://pubs.opengroup.org/onlinepubs/9799919799/functions/aligned_alloc.html">POSIX: aligned_alloc</a>
 * @see <a href="https://learn.microsoft.com/en-us/cpp/c-runtime-library/reference/aligned-malloc">Microsoft:
 *     _aligned_malloc</a>
 */
public final class CHeap {
    /**
     * The alignment of every block, in bytes, regardless of its size.
     *
     * <p>It is the alignment of {@code max_align_t} on 64-bit platforms. C requires it only for blocks that are large
     * enough for an object with that alignment, and some malloc implementations align smaller blocks to 8 only.
     * Therefore no smaller block is ever requested.
     */
    public static final int ALIGNMENT = 16;

    /** For a block whose size is not known: it may be large. */
    private static final long UNKNOWN = Long.MAX_VALUE;

    /** Whether one-time initialisation is complete: {@link FirstUse} explains why each call checks this. */
    private static boolean ready;

    private CHeap() {}

    /**
     * Allocates a block with unspecified content.
     *
     * @param size bytes, greater than 0
     * @return the address of a block of at least {@code size} bytes, a multiple of {@link #ALIGNMENT}; 0 if there is no
     *     memory for it
     */
    public static long malloc(long size) {
        return foreign() ? ForeignHeap.malloc(size, atLeastAlignment(size)) : UnsafeHeap.malloc(atLeastAlignment(size));
    }

    /**
     * Allocates a block of zeros.
     *
     * @param size bytes, greater than 0
     * @return the address of a block of at least {@code size} bytes, each 0, a multiple of {@link #ALIGNMENT}; 0 if
     *     there is no memory for it
     */
    public static long calloc(long size) {
        return foreign() ? ForeignHeap.calloc(size, atLeastAlignment(size)) : UnsafeHeap.calloc(atLeastAlignment(size));
    }

    /**
     * Resizes a block, which may move. Content is preserved up to the smaller of the two sizes.
     *
     * @param address the block, from {@link #malloc}, {@link #calloc} or {@link #realloc}, not 0; on success it is no
     *     longer valid
     * @param size bytes, greater than 0
     * @return the address of the resized block, of at least {@code size} bytes, a multiple of {@link #ALIGNMENT}; 0 if
     *     there is no memory for it; the old block is then unchanged
     */
    public static long realloc(long address, long size) {
        return realloc(address, UNKNOWN, size);
    }

    /**
     * Resizes a block whose size is known, which is faster if both sizes are small.
     *
     * @param address as for {@link #realloc(long, long)}
     * @param oldSize the block's size, in bytes
     * @param size as for {@link #realloc(long, long)}
     * @return as for {@link #realloc(long, long)}
     */
    public static long realloc(long address, long oldSize, long size) {
        return foreign()
                ? ForeignHeap.realloc(Math.max(oldSize, size), address, atLeastAlignment(size))
                : UnsafeHeap.realloc(address, atLeastAlignment(size));
    }

    /**
     * Frees a block.
     *
     * @param address the block, from {@link #malloc}, {@link #calloc} or {@link #realloc}; 0 does nothing
     */
    public static void free(long address) {
        freeSized(address, UNKNOWN);
    }

    /**
     * Frees a block whose size is known, which is faster if it is small. The name is that of C23.
     *
     * @param address as for {@link #free}
     * @param size the block's size, in bytes
     */
    public static void freeSized(long address, long size) {
        if (foreign()) {
            ForeignHeap.free(size, address);
        } else {
            UnsafeHeap.free(address);
        }
    }

    /**
     * Allocates a block with the given alignment and unspecified content. Up to {@link #ALIGNMENT}, this is {@link
     * #malloc}, and {@link #realloc} and {@link #free} accept the block.
     *
     * @param align bytes, a power of two; not checked
     * @param size bytes, greater than 0
     * @return the address of a block of at least {@code size} bytes, a multiple of {@code align}; 0 if there is no
     *     memory for it
     */
    public static long alignedAlloc(long align, long size) {
        if (align <= ALIGNMENT) {
            return malloc(size);
        }
        // One comparison for two conditions: a negative size, and a sum that would overflow.
        if (Long.compareUnsigned(size, Long.MAX_VALUE - align) > 0) {
            return 0;
        }
        return foreign()
                ? ForeignHeap.alignedAlloc(Math.max(align, size), align, size)
                : UnsafeHeap.alignedAlloc(align, size);
    }

    /**
     * Frees an aligned block.
     *
     * @param address the block, from {@link #alignedAlloc}, not 0
     * @param align the alignment it was allocated with, in bytes
     */
    public static void alignedFree(long address, long align) {
        freeAlignedSized(address, align, UNKNOWN);
    }

    /**
     * Frees an aligned block whose size is known, which is faster if it is small. The name is that of C23.
     *
     * @param address as for {@link #alignedFree}
     * @param align as for {@link #alignedFree}
     * @param size the block's size, in bytes
     */
    public static void freeAlignedSized(long address, long align, long size) {
        if (align <= ALIGNMENT) {
            freeSized(address, size);
        } else if (foreign()) {
            ForeignHeap.alignedFree(Math.max(align, size), address);
        } else {
            UnsafeHeap.alignedFree(address);
        }
    }

    /**
     * {@return what the C library says of its heap, in bytes: {@code used} and {@code free} memory in {@code arenas}, and blocks that are
     * {@code mapped} each by itself; empty where it says nothing, which is so for all but glibc, and before Java 22}
     */
    public static Map<String, Long> totals() {
        return foreign() ? ForeignMallocInfo.read() : Map.of();
    }

    private static boolean foreign() {
        if (!ready) {
            prepare();
        }
        return Platform.FOREIGN;
    }

    private static synchronized void prepare() {
        if (ready) {
            return;
        }
        FirstUse.prepare();
        if (!Platform.IS_64_BIT) {
            throw NativeUnavailableError.not64Bit();
        }
        if (Platform.FOREIGN) {
            ForeignHeap.linkSmall();
        }
        ready = true;
    }

    /** Leaves a negative size negative, for malloc to refuse: as a {@code size_t} it exceeds half the address space. */
    private static long atLeastAlignment(long size) {
        return (size & -ALIGNMENT) == 0 ? ALIGNMENT : size;
    }
}
