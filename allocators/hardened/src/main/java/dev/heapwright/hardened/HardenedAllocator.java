package dev.heapwright.hardened;

import dev.heapwright.annotations.Allocator;
import dev.heapwright.memory.FirstUse;
import dev.heapwright.memory.Memory;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An allocator that makes mistakes with memory visible, and attacks with them hard:
 * <ul>
 * <li>What it knows about blocks is in the Java heap, where no overrun changes it.
 * <li>Where the next block is placed is random, and a block that was freed is not the next to be used.
 * <li>Freed blocks are overwritten: nobody finds old secrets in them, and a write to one is found when it is used again.
 * <li>Whoever frees or resizes a block must name its address and its size. A second free is found, unless the slot has
 *     been used again for a block of that size.
 * <li>A secret value behind each block reveals an overrun when the block is freed or resized.
 * </ul>
 *
 * <p>What it finds is thrown as a {@link CorruptionError}. Blocks of more than 16 KiB are from the C library, have the
 * value behind them, and are known by address and size, but are neither overwritten nor placed at random. Memory of
 * smaller blocks is reused, but not returned to the operating system.
 *
 * <p>All functions have the preconditions of the contract.
 *
 * @see <a href="https://llvm.org/docs/ScudoHardenedAllocator.html">Scudo Hardened Allocator</a>
 * @see <a href="https://github.com/GrapheneOS/hardened_malloc">hardened_malloc</a>
 */
@Allocator
public final class HardenedAllocator {
    private static boolean isMade;
    private static @Nullable Slots handedOver;

    /** Initialised when its value has been prepared; {@link FirstUse} explains why. */
    private static final class Holder {
        static final Slots SLOTS = Objects.requireNonNull(handedOver);

        private Holder() {}

        static void initialise() {}
    }

    private HardenedAllocator() {}

    /**
     * Allocates a block with unspecified content.
     *
     * @param size bytes, greater than 0
     * @param align bytes, a power of two
     * @return the address, a multiple of {@code align}; 0 if there is no memory for the block
     * @throws CorruptionError if the memory that was chosen was written to while it was free
     */
    public static long allocate(long size, long align) {
        SizeClass sizeClass = slots().classOf(size, align);
        return sizeClass == null ? LargeBlocks.allocate(size, align) : sizeClass.allocate((int) size);
    }

    /**
     * Frees a block.
     *
     * @param address the block
     * @param oldSize its size in bytes
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
     * Resizes a block, which may move.
     *
     * @param address the block; no longer valid afterwards, unless the result is 0
     * @param oldSize its size in bytes
     * @param size its new size in bytes, greater than 0
     * @param align the alignment it was allocated with, which is preserved
     * @return the address of the resized block, its first {@code min(oldSize, size)} bytes preserved; 0 if there is no
     *     memory for it; the old block is then unchanged
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
     * Resizes a block if its slot is of the right size for it.
     *
     * @param address the block
     * @param oldSize its size in bytes
     * @param size the requested size, in bytes, greater than 0
     * @param align the alignment it was allocated with
     * @return its size afterwards: {@code size} if it was resized, {@code oldSize} if it is unchanged
     * @throws CorruptionError if there is no such block, or it was overrun
     */
    public static long reallocateInplace(long address, long oldSize, long size, long align) {
        return resize(address, oldSize, size, align) ? size : oldSize;
    }

    /**
     * Returns how much of a block may be used: not one byte more than requested, so that each overrun is found.
     *
     * @param size the size it was allocated with, in bytes
     * @param align the alignment it was allocated with
     * @return the size
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
        if (Slots.logSlot(size, align) != chunk.sizeClass.logSlot) {
            chunk.sizeClass.check(chunk, address, oldSize);
            return false;
        }
        chunk.sizeClass.resize(chunk, address, oldSize, (int) size);
        return true;
    }

    private static Slots slots() {
        if (!isMade) {
            make();
        }
        return Holder.SLOTS;
    }

    private static synchronized void make() {
        if (!isMade) {
            FirstUse.prepare();
            handedOver = new Slots(Runtime.getRuntime().availableProcessors());
            Holder.initialise();
            isMade = true;
        }
    }
}
