package dev.heapwright.guarded;

import dev.heapwright.annotations.Allocator;
import dev.heapwright.jemalloc.JemallocAllocator;
import dev.heapwright.memory.FirstUse;
import dev.heapwright.memory.Memory;
import dev.heapwright.memory.Pages;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * jemalloc, but for one block in some thousands, which is placed before an inaccessible page. Reading or writing past
 * the end of such a block, or using it after it was freed, stops the program at that very instruction, and the JVM's
 * crash log shows the stack. A service that allocates for days on many machines comes across each such defect, at hardly
 * any cost: it can be used in production.
 *
 * <p>Blocks are guarded if they fit into a page, on Linux and macOS. System properties set how many:
 * <ul>
 * <li>{@value #EVERY}: one of how many blocks is guarded, on average; {@value #DEFAULT_EVERY} if it is not set
 * <li>{@value #SLOTS}: how many guarded blocks there may be at once; {@value #DEFAULT_SLOTS} if it is not set
 * <li>{@value #LOG}: a file for the stacks of those that allocated and freed them, 4 KiB for each; none if it is not set
 * </ul>
 *
 * <p>All functions have the preconditions of the contract. A violation may be found, and is then thrown as a {@link
 * GuardError}, or ends the process.
 *
 * @see <a href="https://llvm.org/docs/GwpAsan.html">GWP-ASan, whose idea this is</a>
 */
@Allocator
public final class GuardedAllocator {
    private static final String EVERY = "heapwright.guarded.every";
    private static final int DEFAULT_EVERY = 5000;
    private static final String SLOTS = "heapwright.guarded.slots";
    private static final int DEFAULT_SLOTS = 256;
    static final String LOG = "heapwright.guarded.log";

    private static boolean isMade;
    private static @Nullable Sampler handedOver;

    /** Where guarded blocks are: nowhere before the first one. Who has one sees this. */
    private static long start;

    private static long length;

    private static @Nullable GuardedBlocks blocks;

    /** Initialised when its value has been prepared; {@link FirstUse} explains why. */
    private static final class Holder {
        static final Sampler SAMPLER = Objects.requireNonNull(handedOver);

        private Holder() {}

        static void initialise() {}
    }

    private GuardedAllocator() {}

    /**
     * Allocates a block with unspecified content.
     *
     * @param size bytes, greater than 0
     * @param align bytes, a power of two
     * @return the address, a multiple of {@code align}; 0 if there is no memory for the block
     */
    public static long allocate(long size, long align) {
        if (sampler().chooses()) {
            long guarded = allocateGuarded(size, align);
            if (guarded != 0) {
                return guarded;
            }
        }
        return JemallocAllocator.allocate(size, align);
    }

    /**
     * Allocates a block of zeros.
     *
     * @param size bytes, greater than 0
     * @param align bytes, a power of two
     * @return the address, a multiple of {@code align}; 0 if there is no memory for the block
     */
    public static long allocateZeroed(long size, long align) {
        if (sampler().chooses()) {
            // Its page was opened for it, and consists of zeros.
            long guarded = allocateGuarded(size, align);
            if (guarded != 0) {
                return guarded;
            }
        }
        return JemallocAllocator.allocateZeroed(size, align);
    }

    /**
     * Frees a block.
     *
     * @param address the block
     * @param oldSize its size in bytes
     * @param align the alignment it was allocated with
     * @throws GuardError if it is guarded, and was freed before or overrun
     */
    public static void deallocate(long address, long oldSize, long align) {
        GuardedBlocks guarded = of(address);
        if (guarded == null) {
            JemallocAllocator.deallocate(address, oldSize, align);
        } else {
            guarded.deallocate(address, oldSize);
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
     * @throws GuardError if it is guarded, and was freed before or overrun
     */
    public static long reallocate(long address, long oldSize, long size, long align) {
        GuardedBlocks guarded = of(address);
        if (guarded == null) {
            return JemallocAllocator.reallocate(address, oldSize, size, align);
        }
        long moved = allocate(size, align);
        if (moved != 0) {
            Memory.copy(address, moved, Math.min(oldSize, size));
            guarded.deallocate(address, oldSize);
        }
        return moved;
    }

    /**
     * Resizes a block if that can be done in place. A guarded one cannot.
     *
     * @param address the block
     * @param oldSize its size in bytes
     * @param size the requested size, in bytes, greater than 0
     * @param align the alignment it was allocated with
     * @return its size afterwards: {@code size} if it was resized, {@code oldSize} if it is unchanged
     */
    public static long reallocateInplace(long address, long oldSize, long size, long align) {
        if (of(address) != null) {
            return oldSize;
        }
        long usable = JemallocAllocator.reallocateInplace(address, oldSize, size, align);
        boolean isResized = size > oldSize ? usable >= size : usable < oldSize;
        return isResized ? size : oldSize;
    }

    /**
     * Returns how much of a block may be used: not one byte more than requested, as a guard is behind the last one.
     *
     * @param size the size it was allocated with, in bytes
     * @param align the alignment it was allocated with
     * @return the size
     */
    public static long usableSize(long size, long align) {
        return size;
    }

    /** The guarded blocks, if an address is among them. */
    private static @Nullable GuardedBlocks of(long address) {
        return Long.compareUnsigned(address - start, length) < 0 ? blocks : null;
    }

    private static long allocateGuarded(long size, long align) {
        if (!Pages.areAvailable()) {
            return 0;
        }
        GuardedBlocks guarded = blocks();
        return guarded == null ? 0 : guarded.allocate(size, align);
    }

    private static synchronized @Nullable GuardedBlocks blocks() {
        if (blocks == null) {
            String log = System.getProperty(LOG);
            blocks = GuardedBlocks.reserve(atLeastOne(SLOTS, DEFAULT_SLOTS), log == null ? null : Path.of(log));
            if (blocks != null) {
                length = blocks.length();
                start = blocks.start();
            }
        }
        return blocks;
    }

    private static Sampler sampler() {
        if (!isMade) {
            make();
        }
        return Holder.SAMPLER;
    }

    private static synchronized void make() {
        if (!isMade) {
            FirstUse.prepare();
            handedOver = new Sampler(atLeastOne(EVERY, DEFAULT_EVERY));
            Holder.initialise();
            isMade = true;
        }
    }

    private static int atLeastOne(String property, int otherwise) {
        return Math.max(1, Integer.getInteger(property, otherwise));
    }
}
