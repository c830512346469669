package dev.heapwright.heap.observed;

import dev.heapwright.heap.Binding;
import dev.heapwright.memory.Memory;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Glue that tells what a program allocates. The Heapwright Maven plugin generates a subclass of it instead of {@link Binding} if
 * {@code <observed>true</observed>} is configured.
 *
 * <ul>
 * <li>All bytes are counted, by thread: see {@link #counts}.
 * <li>One block in so many bytes is sampled, by default in 512 KiB: the system property {@code heapwright.observed.every} is a
 *     number of bytes such as {@code 64k}, {@code 1} for all blocks, or {@code off}. It becomes an event {@code
 *     dev.heapwright.AllocationSample} if the JDK Flight Recorder is there and records it.
 * <li>Sampled blocks are known until they are freed, by the place that allocated them: see {@link #liveSites}.
 * <li>With a limit, from the build or the system property {@code heapwright.limit}, no block is allocated that makes the live
 *     bytes more than that: the heap throws an error that names the limit.
 * </ul>
 *
 * <p>To the program, the usable size of a block is the requested size, so that all figures are of bytes that the program has
 * asked for.
 *
 * <p>A program finds it by {@code Heap.binding() instanceof ObservedBinding observed}.
 */
public abstract class ObservedBinding extends Binding {
    /** Of the heap, of which a class loader has one: to the JIT, what is in a static field is constant. */
    private static final Counts COUNTS = new Counts();

    private static final SampledBlocks SAMPLED = new SampledBlocks();
    private static final @Nullable ThreadCounts[] TABLE = COUNTS.table();
    private static final @Nullable SampledBlock[] PLACES = SAMPLED.places();

    private final SampleEvents events = SampleEvents.find(SAMPLED::live);
    private final Settings settings;
    private final Gate gate;

    /**
     * Describes what the heap is bound to, and why.
     *
     * @param allocator binary name of the allocator class
     * @param version version of the artifact that contains the allocator
     * @param reason why it was linked, and that it is observed, in the words of the build log: {@code linked explicitly,
     *     observed}
     * @param limit how many bytes may be live, such as {@code 512m}; empty if that is not limited
     */
    @SuppressWarnings("this-escape") // Generated subclasses have no fields.
    protected ObservedBinding(String allocator, String version, String reason, String limit) {
        super(allocator, version, reason);
        settings = Settings.configured(limit);
        gate = new Gate(COUNTS, settings);
        if (Boolean.getBoolean("heapwright.observed.jmx")) {
            register();
        }
    }

    /**
     * Calls the allocator's function {@code allocate}.
     *
     * @param size in bytes, greater than 0
     * @param align in bytes, a power of two
     * @return the block's address, a multiple of {@code align}; 0 if there is no memory
     */
    protected abstract long unobservedAllocate(long size, long align);

    /**
     * Calls the allocator's function {@code allocateZeroed}, if it has one.
     *
     * @param size in bytes, greater than 0
     * @param align in bytes, a power of two
     * @return the block's address, a multiple of {@code align}; 0 if there is no memory
     */
    protected long unobservedAllocateZeroed(long size, long align) {
        long address = unobservedAllocate(size, align);
        if (address != 0) {
            Memory.fill(address, size, (byte) 0);
        }
        return address;
    }

    /**
     * Calls the allocator's function {@code deallocate}.
     *
     * @param address of the block
     * @param oldSize its size in bytes
     * @param align the block's alignment
     */
    protected abstract void unobservedDeallocate(long address, long oldSize, long align);

    /**
     * Calls the allocator's function {@code reallocate}.
     *
     * @param address of the block
     * @param oldSize its size in bytes
     * @param size the new size in bytes, greater than 0
     * @param align the block's alignment
     * @return the block's address from now on; 0 if there is no memory; the old block is then unchanged
     */
    protected abstract long unobservedReallocate(long address, long oldSize, long size, long align);

    /**
     * Calls the allocator's function {@code reallocateInplace}.
     *
     * @param address of the block
     * @param oldSize its size in bytes
     * @param size the new size in bytes, greater than 0
     * @param align the block's alignment
     * @return the block's usable size afterwards, which tells whether it was resized
     */
    protected abstract long unobservedReallocateInplace(long address, long oldSize, long size, long align);

    /** {@return how many bytes the program has allocated and freed so far} */
    public final HeapCounts counts() {
        return COUNTS.sum();
    }

    /**
     * {@return where the live blocks were allocated, and how much memory they have: estimated from the samples, exact if each
     * block is sampled}
     */
    public final LiveSites liveSites() {
        return SAMPLED.live();
    }

    /** {@return how many bytes may be live; -1 if that is not limited} */
    public final long limit() {
        return settings.limit().isSet() ? settings.limit().bytes() : -1;
    }

    /**
     * {@return what the allocator says of its own memory, in bytes, by its own names, sorted: more than the blocks of the program; empty
     * if it is not one of those that come along with the heap, or says nothing}
     */
    public final SortedMap<String, Long> allocatorTotals() {
        return AllocatorTotals.of(allocator());
    }

    /**
     * Registers a {@link HeapMXBean} with the platform's server, as {@code dev.heapwright:type=Heap}. The system property {@code
     * heapwright.observed.jmx=true} does so when the heap is first used. The server keeps it, and with it the class loader of the
     * program: a program that its host may replace must {@linkplain #unregister unregister} it.
     *
     * @return whether it is registered now; not so if that name is taken
     * @throws LinkageError if the module {@code java.management} is absent
     */
    public final boolean register() {
        return PlatformBean.register(this);
    }

    /** Unregisters the bean, if there is one. */
    public final void unregister() {
        PlatformBean.unregister();
    }

    @Override
    protected final boolean isLimitable() {
        return true;
    }

    @Override
    protected final long allocate(long size, long align) {
        ThreadCounts mine = Counts.mine(TABLE);
        if (mine == null || !mine.admit(size)) {
            return allocateSlowly(size, align, false);
        }
        long address = unobservedAllocate(size, align);
        if (address == 0) {
            mine.add(-size, 0);
        }
        return address;
    }

    @Override
    protected final long allocateZeroed(long size, long align) {
        ThreadCounts mine = Counts.mine(TABLE);
        if (mine == null || !mine.admit(size)) {
            return allocateSlowly(size, align, true);
        }
        long address = unobservedAllocateZeroed(size, align);
        if (address == 0) {
            mine.add(-size, 0);
        }
        return address;
    }

    @Override
    protected final void deallocate(long address, long oldSize, long align) {
        ThreadCounts mine = Counts.mine(TABLE);
        if (mine == null || SampledBlocks.mayContain(PLACES, address)) {
            deallocateSlowly(address, oldSize, align);
        } else {
            mine.free(oldSize);
            unobservedDeallocate(address, oldSize, align);
        }
    }

    @Override
    protected final long reallocate(long address, long oldSize, long size, long align) {
        ThreadCounts mine = COUNTS.attached();
        Gate.Answer answer = pass(mine, size, oldSize);
        if (answer == Gate.Answer.REFUSED) {
            return 0;
        }
        // Before the allocator can give its address to another thread.
        SampledBlock old = SAMPLED.remove(address);
        long moved = unobservedReallocate(address, oldSize, size, align);
        resized(mine, answer, old, moved, oldSize, size, align);
        return moved;
    }

    @Override
    protected final long reallocateInplace(long address, long oldSize, long size, long align) {
        ThreadCounts mine = COUNTS.attached();
        Gate.Answer answer = pass(mine, size, oldSize);
        if (answer == Gate.Answer.REFUSED) {
            return oldSize;
        }
        SampledBlock old = SAMPLED.remove(address);
        long usable = unobservedReallocateInplace(address, oldSize, size, align);
        boolean isResized = size < oldSize ? usable < oldSize : usable >= size;
        resized(mine, answer, old, isResized ? address : 0, oldSize, size, align);
        return isResized ? size : oldSize;
    }

    /** The requested size: what is beyond it is not counted. */
    @Override
    protected final long usableSize(long size, long align) {
        return size;
    }

    /** Names the limit if that is what leaves no room. */
    @Override
    protected final String exhaustionHelp(long size, long align) {
        Limit limit = settings.limit();
        long live = counts().liveBytes();
        return limit.isSet() && size > limit.bytes() - live
                ? "the %s of this program (-D%s) is %d bytes, of which %d are in use"
                        .formatted(limit.name(), Limit.PROPERTY, limit.bytes(), live)
                : super.exhaustionHelp(size, align);
    }

    private Gate.Answer pass(ThreadCounts mine, long size, long oldSize) {
        if (settings.problem() != null) {
            throw new IllegalArgumentException(settings.problem());
        }
        return gate.pass(mine, size, oldSize);
    }

    private long allocateSlowly(long size, long align, boolean isZeroed) {
        ThreadCounts mine = COUNTS.attached();
        Gate.Answer answer = mine.admitAnywhere(size) ? Gate.Answer.COUNTED : pass(mine, size, 0);
        if (answer == Gate.Answer.REFUSED) {
            return 0;
        }
        long address = isZeroed ? unobservedAllocateZeroed(size, align) : unobservedAllocate(size, align);
        if (address == 0) {
            mine.add(-size, 0);
        } else if (answer == Gate.Answer.SAMPLED) {
            sample(address, size, align);
        }
        return address;
    }

    private void deallocateSlowly(long address, long oldSize, long align) {
        SAMPLED.remove(address);
        COUNTS.attached().add(0, oldSize);
        unobservedDeallocate(address, oldSize, align);
    }

    /** Takes back what was counted if the block could not be resized, which an address of 0 says. */
    private void resized(
            ThreadCounts mine,
            Gate.Answer answer,
            @Nullable SampledBlock old,
            long address,
            long oldSize,
            long size,
            long align) {
        if (address == 0) {
            mine.add(-size, -oldSize);
            if (old != null) {
                SAMPLED.add(old);
            }
        } else if (answer == Gate.Answer.SAMPLED) {
            sample(address, size, align);
        }
    }

    private void sample(long address, long size, long align) {
        try {
            double weight = settings.sampling().weight(size);
            SAMPLED.add(new SampledBlock(address, size, weight, new Trace()));
            events.sampled(size, align, Math.round(weight * size), allocator());
        } catch (RuntimeException | Error e) {
            // The stack or the Java heap is exhausted: there is one sample less, and the program has its block.
        }
    }
}
