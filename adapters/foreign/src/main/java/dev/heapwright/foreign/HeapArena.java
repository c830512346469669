package dev.heapwright.foreign;

import dev.heapwright.heap.Heap;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/**
 * An {@link Arena} whose segments are blocks of the {@link Heap}, and so of the allocator that the build has bound. It is
 * used where an arena of the JDK would be:
 *
 * <pre>{@code
 * try (Arena arena = HeapArena.ofConfined()) {
 *     MemorySegment name = arena.allocateFrom("Heapwright");
 *     long length = (long) strlen.invokeExact(name);
 * }
 * }</pre>
 *
 * <p>Each segment is a block of its own; for many small segments in one arena, {@link GrowingAllocator} cuts them from
 * blocks that are larger.
 *
 * <p><b>How it is safe.</b> Nobody but the JDK can make a segment that ends with its arena, so there is an arena of the JDK
 * without any memory behind each of these: {@linkplain #scope() its scope} is that of all segments, and what it does to
 * accesses is what happens here. Closing ends it first, whereupon no segment can be touched any more, and gives back
 * the blocks then. An arena that refuses to be closed keeps them.
 *
 * <p><b>What it costs.</b> To create and close the JDK's confined arena without memory is a matter of objects that the
 * JIT mostly leaves out, so that what remains is what the heap costs. A shared arena of the JDK makes sure, before it is
 * closed, that no other thread is in the middle of an access: it waits for all of them, some tens of microseconds. That is
 * what makes accesses safe without a lock, cannot be done for several arenas at once, and so is paid here, too. Fewer
 * shared arenas with more segments each are the remedy.
 *
 * <p>{@link MemorySegment#reinterpret(long, Arena, java.util.function.Consumer)} is restricted. This module's code calls it
 * and needs native access therefore, besides {@code dev.heapwright.memory}.
 */
public abstract sealed class HeapArena implements Arena permits ConfinedArena, SharedArena {
    /** The JDK's arena: the lifetime of all segments. */
    private final Arena lifetime;

    HeapArena(Arena lifetime) {
        this.lifetime = lifetime;
    }

    /**
     * {@return a new arena for the current thread} No other may allocate from it, close it, or touch its segments: they get
     * a {@link WrongThreadException}.
     */
    // It is closed by close() of what is returned.
    @SuppressWarnings("MustBeClosedChecker")
    public static HeapArena ofConfined() {
        return new ConfinedArena(Arena.ofConfined());
    }

    /**
     * {@return a new arena for all threads} Each may allocate from it, close it, and touch its segments, also at the same
     * time.
     */
    // It is closed by close() of what is returned.
    @SuppressWarnings("MustBeClosedChecker")
    public static HeapArena ofShared() {
        return new SharedArena(Arena.ofShared());
    }

    /**
     * Allocates a segment that is filled with 0. Where this fails, the arena is as it was.
     *
     * @param byteSize in bytes, 0 or greater; a segment of size 0 has an address that no other has
     * @param byteAlignment of the segment's address, in bytes, a power of two
     * @return a new segment with the scope of this arena
     * @throws IllegalArgumentException if the size is negative or the alignment not a power of two
     * @throws dev.heapwright.heap.HeapExhaustedError if the allocator has no memory for it; it is an {@link
     *     OutOfMemoryError}
     * @throws IllegalStateException if this arena is closed
     * @throws WrongThreadException if this arena is confined to another thread
     */
    @Override
    public final MemorySegment allocate(long byteSize, long byteAlignment) {
        long size = byteSize == 0 ? 1 : byteSize;
        return segment(newBlock(size, byteAlignment, true).address(), byteSize);
    }

    /**
     * {@return the scope of all segments of this arena} It is alive until the arena is closed.
     */
    @Override
    public final MemorySegment.Scope scope() {
        return lifetime.scope();
    }

    /**
     * Closes this arena: its segments cannot be touched any more, and its memory is given back, whatever is thrown
     * meanwhile. A cleanup action is what {@link MemorySegment#reinterpret(Arena, java.util.function.Consumer)} was given
     * with this arena. All are run, before memory is given back; what one throws is thrown here at last, and that of others
     * suppressed by it, as the JDK's arenas do it.
     *
     * @throws IllegalStateException if it is closed, if another thread is closing it, or if somebody keeps it open, such as
     *     a native function that is running with one of its segments; then it is as it was
     * @throws WrongThreadException if it is confined to another thread
     */
    @Override
    public final void close() {
        beginClose();
        try {
            freeBlocks(end());
        } finally {
            endClose();
        }
    }

    /** {@return what a cleanup action has thrown, if one has} Throws what the JDK's arena throws where it does not end. */
    private @Nullable Throwable end() {
        try {
            lifetime.close();
            return null;
        } catch (Throwable e) {
            // It runs cleanup actions after it has ended, and throws what they throw.
            if (lifetime.scope().isAlive()) {
                throw e;
            }
            return e;
        }
    }

    private void freeBlocks(@Nullable Throwable cleanup) {
        Throwable thrown = freeAll(cleanup);
        if (thrown != null) {
            throw Thrown.<RuntimeException>raise(thrown);
        }
    }

    /** A block that will be given back when this arena is closed; failures are those of {@link #allocate(long, long)}. */
    final Block newBlock(long size, long align, boolean zeroed) {
        checkAccess();
        Block block = new Block(size, align);
        try {
            block.allocate(zeroed);
            keep(block);
        } catch (RuntimeException | Error e) {
            block.free(e);
            throw e;
        }
        return block;
    }

    /** A segment over memory of this arena's blocks; the caller answers for that. */
    // It is what ties memory to the lifetime of an arena: an adapter for arenas is the one to call it.
    @SuppressWarnings("restricted")
    final MemorySegment segment(long address, long size) {
        return MemorySegment.ofAddress(address).reinterpret(size, lifetime, null);
    }

    /** Throws what an access would throw: nothing, if this arena is open and the thread is one of its own. */
    final void checkAccess() {
        // Made for the check that goes with it: the JDK has no method that does only that. The JIT drops the object.
        segment(0, 0);
    }

    /** Makes sure that nobody but the caller is closing this arena, until {@link #endClose}, or throws why that cannot be. */
    abstract void beginClose();

    abstract void endClose();

    /** Puts a block into the list of this arena. Where this throws, it is not in it. */
    abstract void keep(Block block);

    /** Resizes one of this arena's blocks as {@link Block#resizeInplace} does, if the thread may. */
    abstract boolean resizeInplace(Block block, long size);

    /**
     * Gives back the blocks that it has, also after one of them could not be; this arena is closed.
     *
     * @param thrown what was thrown before, if anything was
     * @return what was thrown first
     */
    abstract @Nullable Throwable freeAll(@Nullable Throwable thrown);
}
