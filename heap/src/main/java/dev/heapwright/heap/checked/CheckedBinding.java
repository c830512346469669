package dev.heapwright.heap.checked;

import dev.heapwright.heap.Binding;
import dev.heapwright.memory.Memory;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Glue that finds what a program does wrong with its blocks. The Heapwright Maven plugin generates a subclass in place
 * of one of {@link Binding} where {@code <checked>true</checked>} is configured; of the allocator it needs two
 * functions.
 *
 * <ul>
 * <li>Every block is known by its address. One that is given back or resized must be live, and be of the size and
 *     alignment that the call says.
 * <li>Every block stands between two fences, whose bytes must be as they were when it is given back or resized. To the
 *     program, its usable size is the size asked for.
 * <li>A block that is given back is overwritten and held in quarantine for a while: its bytes must be as they were
 *     when it goes on to the allocator. A block that is resized moves, unless it shrinks in place.
 * <li>Every other attempt to shrink a block in place is refused, beginning with the first. The block then has its old size,
 *     and whoever gives it back with the new one is told so.
 * <li>A new block is filled with what is not 0, unless zeros were asked for.
 * <li>An allocator that calls the heap while it is at work is stopped there.
 * <li>When the JVM ends, or the program's class loader is collected, what is live and what is in quarantine is looked at
 *     once more, and leaks are told, on {@link System#err}, and in a file where a build waits for one.
 * </ul>
 *
 * <p>Each function throws {@link MisuseError} for what it finds. One that finds a call to be wrong has changed nothing,
 * except that a block with a broken fence is given back nevertheless by {@code deallocate}.
 *
 * <p>A read is not noticed, nor is a write beyond the fences, nor one of the very bytes that are there.
 */
public abstract class CheckedBinding extends Binding {
    private final Blocks blocks = new Blocks();
    private final Quarantine quarantine;
    private final Reentry reentry = new Reentry();
    private final Stacks stacks = Stacks.configured();

    /** Kept here and nowhere else, so that it goes, and reports, with the class loader of the program. */
    @SuppressWarnings("unused")
    private final @Nullable ExitReport atExit;

    /** How many times a block was to be shrunk in place. */
    private final AtomicInteger shrinkings = new AtomicInteger();

    /**
     * Says what the heap is bound to, and why, and has the JVM report on what is found when it ends.
     *
     * @param allocator binary name of the allocator class
     * @param version version of the artifact that holds the allocator
     * @param reason why it was linked, and that it is checked, as the build's log says it: {@code linked explicitly,
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
     * @return the block's address, a multiple of {@code align}; 0 where there is no memory
     */
    protected abstract long uncheckedAllocate(long size, long align);

    /**
     * Calls the allocator's function {@code deallocate}.
     *
     * @param address of the block
     * @param oldSize the size that was asked for, in bytes
     * @param align the block's
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
        Call call = new Call("deallocate", address, oldSize, 0, align);
        Block block = blocks.claim(call, stacks.recordsReturn() ? new Trace() : Site.NOT_SAMPLED);
        Optional<MisuseError> overrun = overrun(block, call);
        retire(block);
        overrun.ifPresent(CheckedBinding::raise);
        releaseExcess();
    }

    @Override
    protected final long reallocate(long address, long oldSize, long size, long align) {
        Call call = new Call("reallocate", address, oldSize, size, align);
        Block old = blocks.claim(call, stacks.recordsReturn() ? new Trace() : Site.NOT_SAMPLED);
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
        Call call = new Call("reallocateInplace", address, oldSize, size, align);
        // Whoever gives it back at the same time waits: the fence grows while the memory is the block's.
        Block block = blocks.change(call, live -> {
            overrun(live, call).ifPresent(CheckedBinding::raise);
            return size < oldSize && shrinks() ? live.shrunk(size) : live;
        });
        return block.size();
    }

    /** The size asked for: whatever is beyond it may be there with one allocator and not with another. */
    @Override
    protected final long usableSize(long size, long align) {
        return size;
    }

    /** Every other time, beginning with the first, it is refused: an allocator may do so, and who misses it is found out. */
    private boolean shrinks() {
        return (shrinkings.getAndIncrement() & 1) != 0;
    }

    /** {@return what is to be told when the program ends} */
    final ExitReport exitReport() {
        return new ExitReport(blocks, quarantine);
    }

    /** {@return the address of a new block between its fences; 0 where there is no memory} */
    private long open(long size, long align, boolean zeroed) {
        releaseExcess();
        long extent = Block.extent(size, align);
        long base = extent == 0 ? 0 : fromAllocator(extent, align);
        if (base == 0) {
            return 0;
        }
        try {
            Block block = Block.at(base, size, align, stacks.recordsAllocation() ? new Trace() : Site.NOT_SAMPLED);
            if (zeroed) {
                Memory.fill(block.address(), size, (byte) 0);
            } else {
                Pattern.FRESH.fill(block.address(), size);
            }
            blocks.add(block);
            return block.address();
        } catch (RuntimeException | Error e) {
            // Such as for want of stack, or of room in the Java heap to remember it: the program never gets it.
            toAllocator(base, extent, align);
            throw e;
        }
    }

    /** That blocks are held back must not be why there is no memory. */
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

    private static Optional<MisuseError> overrun(Block block, Call call) {
        return block.overrun().map(change -> Misuse.overrun(block, change, "by " + call));
    }

    private void retire(Block block) {
        block.poison();
        quarantine.add(block);
    }

    private void releaseExcess() {
        for (Block block = quarantine.removeExcess(); block != null; block = quarantine.removeExcess()) {
            release(block);
        }
    }

    private void releaseAll() {
        for (Block block = quarantine.remove(); block != null; block = quarantine.remove()) {
            release(block);
        }
    }

    /** Gives the allocator back what is its own. Nobody knows the block any more before another can have its address. */
    private void release(Block block) {
        Optional<Block.Change> change = block.writeAfterFree();
        blocks.forget(block);
        toAllocator(block.base(), block.extent(), block.align());
        change.ifPresent(written -> raise(Misuse.useAfterFree(block, written, "when it left quarantine")));
    }

    private static void raise(MisuseError error) {
        throw error;
    }
}
