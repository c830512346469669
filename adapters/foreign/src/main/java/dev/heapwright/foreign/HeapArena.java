package dev.heapwright.foreign;

import dev.heapwright.heap.Heap;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/**
 * An {@link Arena} whose segments are blocks of the {@link Heap}, and therefore of the allocator that the build has
 * bound. It is used like an arena of the JDK:
 *
 * <pre>{@code
 * try (Arena arena = HeapArena.ofConfined()) {
 *     MemorySegment name = arena.allocateFrom("Heapwright");
 *     long length = (long) strlen.invokeExact(name);
 * }
 * }</pre>
 *
 * <p>Each segment is a block of its own; for many small segments in one arena, {@link GrowingAllocator} carves them out
 * of larger blocks.
 *
 * <p><b>Why it is safe.</b> Only the JDK can create a segment that ends with its arena, so each of these arenas is
 * backed by one of the JDK's, which has no memory of its own: {@linkplain #scope() its scope} is that of all segments,
 * and determines which accesses are allowed. Closing ends that arena first, after which no segment can be accessed any
 * more, and then frees the blocks. An arena that refuses to be closed keeps them.
 *
 * <p><b>What it costs.</b> Creating and closing the JDK's confined arena without memory takes only objects that the JIT
 * mostly eliminates, so that what remains is the cost of the heap. Before it is closed, a shared arena of the JDK
 * ensures that no other thread is in the middle of an access: it waits for all of them, which takes tens of
 * microseconds. This makes accesses safe without a lock and cannot be shared by several arenas, so the cost is the same
 * here. The remedy is to use fewer shared arenas with more segments each.
 *
 * <p>{@link MemorySegment#reinterpret(long, Arena, java.util.function.Consumer)} is a restricted method. This module
 * calls it and therefore needs native access, besides {@code dev.heapwright.memory}.
 */
public abstract sealed class HeapArena implements Arena permits ConfinedArena, SharedArena {
    /** The JDK's arena, which determines the lifetime of all segments. */
    private final Arena lifetime;

    HeapArena(Arena lifetime) {
        this.lifetime = lifetime;
    }

    /**
     * {@return a new arena for the current thread} Other threads that allocate from it, close it, or access its
     * segments get a {@link WrongThreadException}.
     */
    // It is closed by close() of the returned arena.
    @SuppressWarnings("MustBeClosedChecker")
    public static HeapArena ofConfined() {
        return new ConfinedArena(Arena.ofConfined());
    }

    /**
     * {@return a new arena for all threads} Any thread may allocate from it, close it, and access its segments, also at
     * the same time.
     */
    // It is closed by close() of the returned arena.
    @SuppressWarnings("MustBeClosedChecker")
    public static HeapArena ofShared() {
        return new SharedArena(Arena.ofShared());
    }

    /**
     * Allocates a segment filled with 0. If this fails, the arena is unchanged.
     *
     * @param byteSize in bytes, 0 or greater; a segment of size 0 has a unique address
     * @param byteAlignment of the segment's address, in bytes, a power of two
     * @return a new segment with the scope of this arena
     * @throws IllegalArgumentException if the size is negative or the alignment not a power of two
     * @throws dev.heapwright.heap.HeapExhaustedError if the allocator could not allocate it; it is an {@link
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
     * Closes this arena: its segments can no longer be accessed, and its memory is freed, whatever is thrown in the
     * process. Cleanup actions, which were passed to {@link MemorySegment#reinterpret(Arena,
     * java.util.function.Consumer)} with this arena, are all run before memory is freed; the first exception that one
     * of them throws is finally thrown here, with those of the others suppressed, as in the JDK's arenas.
     *
     * @throws IllegalStateException if it is closed, if another thread is closing it, or if something keeps it open,
     *     such as a native function that is using one of its segments; then it is unchanged
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

    /** {@return what a cleanup action has thrown, if any} Throws what the JDK's arena throws if it stays open. */
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

    /** A block that will be freed when this arena is closed; it fails like {@link #allocate(long, long)}. */
    final ArenaBlock newBlock(long size, long align, boolean zeroed) {
        checkAccess();
        ArenaBlock block = new ArenaBlock(size, align);
        try {
            block.allocate(zeroed);
            keep(block);
        } catch (RuntimeException | Error e) {
            block.free(e);
            throw e;
        }
        return block;
    }

    /** A segment over memory of this arena's blocks, which the caller must ensure. */
    // This method ties memory to the lifetime of an arena, which is what an adapter for arenas has to do.
    @SuppressWarnings("restricted")
    final MemorySegment segment(long address, long size) {
        return MemorySegment.ofAddress(address).reinterpret(size, lifetime, null);
    }

    /** Throws what an access would throw: nothing, if this arena is open and the thread may access it. */
    final void checkAccess() {
        // Created for the check that this implies: the JDK has no method that does only that. The JIT eliminates the
        // object.
        segment(0, 0);
    }

    /**
     * Ensures that only the caller is closing this arena, until {@link #endClose}, or throws an exception that says why
     * not.
     */
    abstract void beginClose();

    abstract void endClose();

    /** Adds a block to the list of this arena. If this throws, the block has not been added. */
    abstract void keep(ArenaBlock block);

    /** Resizes one of this arena's blocks as {@link ArenaBlock#resizeInplace} does, if the thread may. */
    abstract boolean resizeInplace(ArenaBlock block, long size);

    /**
     * Frees the blocks of this closed arena, even if one of them cannot be freed.
     *
     * @param thrown what was thrown before, if anything
     * @return what was thrown first
     */
    abstract @Nullable Throwable freeAll(@Nullable Throwable thrown);
}
