package dev.heapwright.heap.checked;

import dev.heapwright.heap.Binding;
import dev.heapwright.memory.Memory;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Glue that detects misuse of blocks by a program. The Heapwright Maven plugin generates a subclass of it instead of
 * {@link Binding} if {@code <checked>true</checked>} is configured; it uses only two of the allocator's functions.
 *
 * <ul>
 * <li>Every block is tracked by its address. A block that is freed or resized must be live, and must have the size and
 *     alignment given in the call.
 * <li>Every block lies between two fences, whose bytes must be unchanged when it is freed or resized. To the program,
 *     its usable size is the requested size.
 * <li>A freed block is overwritten and kept in quarantine for a while: its bytes must be unchanged when it is passed on
 *     to the allocator. A block that is resized moves, unless it shrinks in place.
 * <li>Every other attempt to shrink a block in place is refused, starting with the first. The block then keeps its old
 *     size, and freeing it with the new size is reported.
 * <li>A new block is filled with a non-zero value, unless zeros were requested.
 * <li>An allocator that calls the heap from within one of its functions is stopped there.
 * <li>When the JVM ends, or the program's class loader is collected, live blocks and the quarantine are checked once
 *     more, and leaks are reported on {@link System#err}, and in a file if a build expects one.
 * </ul>
 *
 * <p>Each function throws {@link MisuseError} for what it finds. In that case it has changed nothing, except that
 * {@code deallocate} frees a block with a damaged fence nevertheless.
 *
 * <p>It does not detect reads, writes beyond the fences, or writes of the value that is already there.
 */
public abstract class CheckedBinding extends Binding {
    private final TrackedBlocks blocks = new TrackedBlocks();
    private final Quarantine quarantine;
    private final Reentry reentry = new Reentry();
    private final Stacks stacks = Stacks.configured();

    /** Referenced only here, so that it is collected, and reports, together with the program's class loader. */
    @SuppressWarnings("unused")
    private final @Nullable ExitReport atExit;

    /** The number of attempts to shrink a block in place. */
    private final AtomicInteger shrinkings = new AtomicInteger();

    /**
     * Describes what the heap is bound to, and why, and makes the JVM report what is found when it ends.
     *
     * @param allocator binary name of the allocator class
     * @param version version of the artifact that contains the allocator
     * @param reason why it was linked, and that it is checked, in the words of the build log: {@code linked explicitly,
     *     checked}
     */
    protected CheckedBinding(String allocator, String version, String reason) {
        super(allocator, version, reason);
        quarantine = new Quarantine(Quarantine.Limits.configured());
        atExit = exitReport();
        atExit.printAtExit(ReportFiles.of(getClass()));
    }

    CheckedBinding(String allocator, String version, String reason, Quarantine.Limits limits) {
        super(allocator, version, reason);
        quarantine = new Quarantine(limits);
        atExit = null;
    }

    /**
     * Calls the allocator's function {@code allocate}.
     *
     * @param size in bytes, greater than 0
     * @param align in bytes, a power of two
     * @return the block's address, a multiple of {@code align}; 0 if there is no memory
     */
    protected abstract long uncheckedAllocate(long size, long align);

    /**
     * Calls the allocator's function {@code deallocate}.
     *
     * @param address of the block
     * @param oldSize the requested size, in bytes
     * @param align the block's alignment
     */
    protected abstract void uncheckedDeallocate(long address, long oldSize, long align);

    @Override
    protected final long allocate(long size, long align) {
        return open(size, align, false);
    }

    @Override
    protected final long allocateZeroed(long size, long align) {
        return open(size, align, true);
    }

    @Override
    protected final void deallocate(long address, long oldSize, long align) {
        HeapCall call = new HeapCall("deallocate", address, oldSize, 0, align);
        TrackedBlock block = blocks.claim(call, stacks.recordsReturn() ? new Trace() : Site.NOT_SAMPLED);
        Optional<MisuseError> overrun = overrun(block, call);
        retire(block);
        overrun.ifPresent(CheckedBinding::raise);
        releaseExcess();
    }

    @Override
    protected final long reallocate(long address, long oldSize, long size, long align) {
        HeapCall call = new HeapCall("reallocate", address, oldSize, size, align);
        TrackedBlock old = blocks.claim(call, stacks.recordsReturn() ? new Trace() : Site.NOT_SAMPLED);
        long moved = 0;
        try {
            overrun(old, call).ifPresent(CheckedBinding::raise);
            moved = allocate(size, align);
            if (moved != 0) {
                Memory.copy(address, moved, Math.min(oldSize, size));
                retire(old);
            }
            return moved;
        } finally {
            if (moved == 0) {
                blocks.restore(old);
            }
        }
    }

    @Override
    protected final long reallocateInplace(long address, long oldSize, long size, long align) {
        HeapCall call = new HeapCall("reallocateInplace", address, oldSize, size, align);
        // A thread that frees it at the same time waits: the fence grows while the memory still belongs to the block.
        TrackedBlock block = blocks.change(call, live -> {
            overrun(live, call).ifPresent(CheckedBinding::raise);
            return size < oldSize && shrinks() ? live.shrunk(size) : live;
        });
        return block.size();
    }

    /** The requested size: memory beyond it may be usable with one allocator but not with another. */
    @Override
    protected final long usableSize(long size, long align) {
        return size;
    }

    /**
     * Every other attempt, starting with the first, is refused: an allocator may do so, and this exposes code that
     * ignores the result.
     */
    private boolean shrinks() {
        return (shrinkings.getAndIncrement() & 1) != 0;
    }

    /** {@return what to report when the program ends} */
    final ExitReport exitReport() {
        return new ExitReport(blocks, quarantine);
    }

    /** {@return the address of a new block between its fences; 0 if there is no memory} */
    private long open(long size, long align, boolean zeroed) {
        releaseExcess();
        long extent = TrackedBlock.extent(size, align);
        long base = extent == 0 ? 0 : fromAllocator(extent, align);
        if (base == 0) {
            return 0;
        }
        try {
            TrackedBlock block =
                    TrackedBlock.at(base, size, align, stacks.recordsAllocation() ? new Trace() : Site.NOT_SAMPLED);
            if (zeroed) {
                Memory.fill(block.address(), size, (byte) 0);
            } else {
                FillBytes.FRESH.fill(block.address(), size);
            }
            blocks.add(block);
            return block.address();
        } catch (RuntimeException | Error e) {
            // For example because the stack or the Java heap is exhausted: the program never gets the block.
            toAllocator(base, extent, align);
            throw e;
        }
    }

    /** The quarantine must not be the reason why there is no memory. */
    private long fromAllocator(long extent, long align) {
        long base = fromAllocatorOnce(extent, align);
        if (base != 0) {
            return base;
        }
        releaseAll();
        return fromAllocatorOnce(extent, align);
    }

    private long fromAllocatorOnce(long extent, long align) {
        boolean[] within = reentry.enter(allocator());
        try {
            return uncheckedAllocate(extent, align);
        } finally {
            Reentry.leave(within);
        }
    }

    private void toAllocator(long base, long extent, long align) {
        boolean[] within = reentry.enter(allocator());
        try {
            uncheckedDeallocate(base, extent, align);
        } finally {
            Reentry.leave(within);
        }
    }

    private static Optional<MisuseError> overrun(TrackedBlock block, HeapCall call) {
        return block.overrun().map(change -> Misuse.overrun(block, change, "by " + call));
    }

    private void retire(TrackedBlock block) {
        block.poison();
        quarantine.add(block);
    }

    private void releaseExcess() {
        for (TrackedBlock block = quarantine.removeExcess(); block != null; block = quarantine.removeExcess()) {
            release(block);
        }
    }

    private void releaseAll() {
        for (TrackedBlock block = quarantine.remove(); block != null; block = quarantine.remove()) {
            release(block);
        }
    }

    /** Returns memory to the allocator. The block must be forgotten before another one can get its address. */
    private void release(TrackedBlock block) {
        Optional<TrackedBlock.Change> change = block.writeAfterFree();
        blocks.forget(block);
        toAllocator(block.base(), block.extent(), block.align());
        change.ifPresent(written -> raise(Misuse.useAfterFree(block, written, "when it left quarantine")));
    }

    private static void raise(MisuseError error) {
        throw error;
    }
}
