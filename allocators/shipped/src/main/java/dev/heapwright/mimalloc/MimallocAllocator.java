package dev.heapwright.mimalloc;

import dev.heapwright.annotations.Allocator;
import dev.heapwright.front.Front;
import dev.heapwright.memory.FirstUse;
import org.jspecify.annotations.Nullable;

/**
 * mimalloc as an {@link Allocator}.
 *
 * <p>Free blocks are kept in Java, in front of mimalloc: see {@link dev.heapwright.front.Front}.
 *
 * <p>All functions have the preconditions of the contract, which are not checked: a size in bytes greater than 0, an
 * alignment in bytes that is a power of two, an old size between the requested size and the usable size, and an address
 * from this allocator that is not 0. All throw {@link dev.heapwright.memory.NativeUnavailableError} if mimalloc cannot
 * be loaded; running out of memory never causes an exception.
 *
 * @see <a href="https://microsoft.github.io/mimalloc/modules.html">mimalloc's API</a>
 */
@Allocator
public final class MimallocAllocator {
    /** The front, if it was not made by the first use. */
    private static @Nullable Front later;

    /** Initialised by the first use, so that to the JIT its field is a constant; {@link FirstUse} explains how. */
    private static final class ByFirstUse {
        static final @Nullable Front FRONT = attempted();

        private ByFirstUse() {}

        private static @Nullable Front attempted() {
            try {
                return made();
            } catch (Throwable passing) {
                return null;
            }
        }
    }

    private MimallocAllocator() {}

    /**
     * Allocates a block with unspecified content.
     *
     * @param size bytes, greater than 0
     * @param align bytes, a power of two
     * @return the address, a multiple of {@code align}; 0 if there is no memory for the block
     */
    public static long allocate(long size, long align) {
        return front().allocate(size, align);
    }

    /**
     * Allocates a block of zeros.
     *
     * @param size bytes, greater than 0
     * @param align bytes, a power of two
     * @return the address, a multiple of {@code align}; 0 if there is no memory for the block
     */
    public static long allocateZeroed(long size, long align) {
        return front().allocateZeroed(size, align);
    }

    /**
     * Frees a block.
     *
     * @param address the block
     * @param oldSize its size in bytes
     * @param align the alignment it was allocated with
     */
    public static void deallocate(long address, long oldSize, long align) {
        front().deallocate(address, oldSize, align);
    }

    /**
     * Resizes a block, which may move.
     *
     * @param address the block; no longer valid afterwards, unless the result is 0
     * @param oldSize its size in bytes
     * @param size its new size in bytes, greater than 0
     * @param align the alignment it was allocated with, which is preserved
     * @return the address of the resized block, its first {@code min(oldSize, size)} bytes preserved; 0 if there is no
     *     memory for it; the old block is then unchanged
     */
    public static long reallocate(long address, long oldSize, long size, long align) {
        return front().reallocate(address, oldSize, size, align);
    }

    /**
     * Resizes a block if that can be done in place.
     *
     * @param address the block
     * @param oldSize its size in bytes
     * @param size the requested size, in bytes, greater than 0
     * @param align the alignment it was allocated with
     * @return the usable size of the block afterwards: at least {@code size} if it grew, less than {@code oldSize} if
     *     it shrank, {@code usableSize(oldSize, align)} if it is unchanged
     */
    public static long reallocateInplace(long address, long oldSize, long size, long align) {
        return front().reallocateInplace(address, oldSize, size, align);
    }

    /**
     * Returns how much of a block may be used: its size class.
     *
     * @param size the size it was allocated with, in bytes
     * @param align the alignment it was allocated with
     * @return the size of the block, in bytes, at least {@code size}
     */
    public static long usableSize(long size, long align) {
        return front().usableSize(size, align);
    }

    private static Front front() {
        Front front;
        try {
            front = ByFirstUse.FRONT;
        } catch (NoClassDefFoundError tooLittleStackToInitialiseIt) {
            front = null;
        }
        return front == null ? frontLater() : front;
    }

    private static Front frontLater() {
        Front front = later;
        return front == null ? makeLater() : front;
    }

    private static synchronized Front makeLater() {
        Front front = later;
        if (front == null) {
            front = made();
            later = front;
        }
        return front;
    }

    private static Front made() {
        FirstUse.prepare();
        return Front.before(new MimallocBacking());
    }
}
