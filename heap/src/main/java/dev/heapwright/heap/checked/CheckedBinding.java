package dev.heapwright.heap.checked;

import dev.heapwright.heap.Binding;
import dev.heapwright.memory.Memory;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
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
 * <li>When the JVM ends, what is live and what is in quarantine is looked at once more, and leaks are told, on {@link
 *     System#err}.
 * </ul>
 *
 * <p>Each function throws {@link MisuseError} for what it finds. One that finds a call to be wrong has changed nothing,
 * except that a block with a broken fence is given back nevertheless by {@code deallocate}.
 *
 * <p>A read is not noticed, nor is a write beyond the fences, nor one of the very bytes that are there.
 */
public abstract class CheckedBinding extends Binding {
    /** How many bytes of memory are held in quarantine. */
    private static final long QUARANTINE = Long.getLong("heapwright.checked.quarantine", 16L << 20);

    /** The live ones and those in quarantine, by address: a block changes from one to the other in one step. */
    private final ConcurrentMap<Long, Block> blocks = new ConcurrentHashMap<>();

    private final Quarantine quarantine;

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
        this(allocator, version, reason, QUARANTINE);
        exitReport().printAtExit();
    }

    CheckedBinding(String allocator, String version, String reason, long quarantine) {
        super(allocator, version, reason);
        this.quarantine = new Quarantine(quarantine);
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
        Block block = claim(call);
        Optional<MisuseError> overrun = overrun(block, call);
        retire(block);
        overrun.ifPresent(CheckedBinding::raise);
        releaseAll(quarantine::removeExcess);
    }

    @Override
    protected final long reallocate(long address, long oldSize, long size, long align) {
        Call call = new Call("reallocate", address, oldSize, size, align);
        Block old = claim(call);
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
                blocks.put(address, old.freed(null));
            }
        }
    }

    @Override
    protected final long reallocateInplace(long address, long oldSize, long size, long align) {
        Call call = new Call("reallocateInplace", address, oldSize, size, align);
        // Whoever gives it back at the same time waits: the fence grows while the memory is the block's.
        Block block = blocks.compute(address, (key, found) -> {
            Block live = live(call, found);
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
        releaseAll(quarantine::removeExcess);
        long extent = Block.extent(size, align);
        long base = extent == 0 ? 0 : fromAllocator(extent, align);
        if (base == 0) {
            return 0;
        }
        Block block = null;
        try {
            block = Block.at(base, size, align, new Trace());
            if (zeroed) {
                Memory.fill(block.address(), size, (byte) 0);
            } else {
                Pattern.FRESH.fill(block.address(), size);
            }
            blocks.put(block.address(), block);
            return block.address();
        } catch (RuntimeException | Error e) {
            // Such as for want of stack, or of room in the Java heap to remember it: the program never gets it.
            if (block != null) {
                blocks.remove(block.address());
            }
            uncheckedDeallocate(base, extent, align);
            throw e;
        }
    }

    /** That blocks are held back must not be why there is no memory. */
    private long fromAllocator(long extent, long align) {
        long base = uncheckedAllocate(extent, align);
        if (base != 0) {
            return base;
        }
        releaseAll(quarantine::remove);
        return uncheckedAllocate(extent, align);
    }

    /** Makes a live block one that was given back; where several threads try at once, only one of them succeeds. */
    private Block claim(Call call) {
        Trace here = new Trace();
        return blocks.compute(
                call.address(), (address, found) -> live(call, found).freed(here));
    }

    /** {@return the block that a call means, which is live and as the call says} */
    private Block live(Call call, @Nullable Block block) {
        if (block == null) {
            throw Misuse.notLive(
                    call,
                    blocks.values().stream()
                            .filter(other -> other.contains(call.address()))
                            .findFirst());
        }
        if (!block.isLive()) {
            throw Misuse.doubleFree(call, block);
        }
        if (call.oldSize() != block.size() || call.align() != block.align()) {
            throw Misuse.blockMismatch(call, block);
        }
        return block;
    }

    private static Optional<MisuseError> overrun(Block block, Call call) {
        return block.overrun().map(change -> Misuse.overrun(block, change, "by " + call));
    }

    private void retire(Block block) {
        block.poison();
        quarantine.add(block);
    }

    private void releaseAll(Supplier<Optional<Block>> oldest) {
        Optional<Block> block = oldest.get();
        while (block.isPresent()) {
            release(block.get());
            block = oldest.get();
        }
    }

    /** Gives the allocator back what is its own. Nobody knows the block any more before another can have its address. */
    private void release(Block block) {
        Optional<Block.Change> change = block.writeAfterFree();
        blocks.remove(block.address());
        uncheckedDeallocate(block.base(), block.extent(), block.align());
        change.ifPresent(written -> raise(Misuse.useAfterFree(block, written, "when it left quarantine")));
    }

    private static void raise(MisuseError error) {
        throw error;
    }
}
