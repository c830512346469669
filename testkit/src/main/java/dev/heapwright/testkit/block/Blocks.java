package dev.heapwright.testkit.block;

import dev.heapwright.testkit.block.Call.Function;
import java.util.List;
import java.util.Optional;

/**
 * Calls an allocator's functions and checks all their guarantees:
 * <ol>
 * <li>an address is plausible, and a multiple of the alignment;
 * <li>the usable size is at least the size;
 * <li>no usable byte belongs to another live block. The block is written to only after that, so that an allocator's
 *     defect does as little harm as possible to the test process;
 * <li>content is preserved whenever a block is resized or freed; if this is a watchful caller, also in all other blocks
 *     after each call.
 * </ol>
 *
 * <p>For one thread; other threads have callers of their own, which share the {@link LiveBlocks}. A block that one
 * caller allocated may be freed by another. After a {@link Defect}, live blocks should not be accessed any more.
 */
public final class Blocks {
    /** No platform maps memory for programs at lower addresses. */
    private static final long LOWEST_ADDRESS = 4096;

    /** Up to this many bytes, memory is assumed to be mapped; larger sizes may have been truncated by mistake. */
    private static final long SURELY_THERE = 64 << 20;

    private final Functions functions;
    private final LiveBlocks live;
    private final boolean watchful;
    private long content;

    private Blocks(Functions functions, LiveBlocks live, boolean watchful, int number) {
        this.functions = functions;
        this.live = live;
        this.watchful = watchful;
        this.content = number * 0x9E3779B97F4A7C15L;
    }

    /**
     * {@return a caller that checks all live blocks after each call, for dozens of them}
     *
     * @param functions of the allocator
     * @param number its own, which distinguishes its blocks' content from that of other callers, which may still be in
     *     memory
     */
    public static Blocks watchful(Functions functions, int number) {
        return new Blocks(functions, new LiveBlocks(), true, number);
    }

    /**
     * {@return a caller that checks a block only when it is resized or freed, for any number of them}
     *
     * @param functions of the allocator
     * @param live the live blocks, its own and those of others
     * @param number its own, which distinguishes its blocks' content from that of other callers
     */
    public static Blocks of(Functions functions, LiveBlocks live, int number) {
        return new Blocks(functions, live, false, number);
    }

    /** {@return the allocator's functions} */
    public Functions functions() {
        return functions;
    }

    /**
     * {@return a new block}
     *
     * @param size bytes, greater than 0, which the allocator is expected to provide
     * @param align bytes, a power of two
     */
    public Block allocate(long size, long align) {
        Call call = Call.of(Function.ALLOCATE, size, align);
        return owned(call, claimed(call, call.on(functions)));
    }

    /**
     * {@return a new block, all of whose requested bytes were 0}
     *
     * @param size bytes, greater than 0, which the allocator is expected to provide
     * @param align bytes, a power of two
     */
    public Block allocateZeroed(long size, long align) {
        Call call = Call.of(Function.ALLOCATE_ZEROED, size, align);
        return zeroed(call, call.on(functions));
    }

    private Block zeroed(Call call, long address) {
        Block block = claimed(call, address);
        long index = Pattern.firstOtherThanZero(block.address(), block.size());
        if (index >= 0) {
            throw Defects.notZero(call, block.address(), index);
        }
        return owned(call, block);
    }

    /**
     * {@return a new block, or none if the allocator reports that it has no memory left}
     *
     * @param size bytes, greater than 0
     * @param align bytes, a power of two
     */
    public Optional<Block> tryAllocate(long size, long align) {
        Call call = Call.of(Function.ALLOCATE, size, align);
        long address = call.on(functions);
        return address == 0 ? Optional.empty() : Optional.of(owned(call, claimed(call, address)));
    }

    /**
     * {@return a new block, all of whose requested bytes were 0, or none if the allocator has no memory left}
     *
     * @param size bytes, greater than 0
     * @param align bytes, a power of two
     */
    public Optional<Block> tryAllocateZeroed(long size, long align) {
        Call call = Call.of(Function.ALLOCATE_ZEROED, size, align);
        long address = call.on(functions);
        return address == 0 ? Optional.empty() : Optional.of(zeroed(call, address));
    }

    /**
     * Requests a block for which no machine has memory.
     *
     * @param zeroed whether to request a zeroed block
     * @param size bytes
     * @param align bytes, a power of two
     */
    public void refuseAllocation(boolean zeroed, long size, long align) {
        expectRefusal(Call.of(zeroed ? Function.ALLOCATE_ZEROED : Function.ALLOCATE, size, align));
    }

    /**
     * Frees a block.
     *
     * @param block that is live, and no longer live afterwards
     * @param oldSize bytes, from its size to its usable size
     */
    public void deallocate(Block block, long oldSize) {
        Call call = Call.of(Function.DEALLOCATE, block, oldSize, 0);
        expectContent(call, block);
        // Before the call: after it, the address may already belong to another thread's block.
        live.remove(block);
        call.on(functions);
        watch(call);
    }

    /** Frees all live blocks, whoever allocated them. */
    public void deallocateAll() {
        List.copyOf(live.all()).forEach(block -> deallocate(block, block.size()));
    }

    /**
     * {@return the block after it was resized, and possibly moved}
     *
     * @param block that is live, and no longer live afterwards
     * @param oldSize bytes, from its size to its usable size
     * @param size bytes, greater than 0, which the allocator is expected to provide
     */
    public Block reallocate(Block block, long oldSize, long size) {
        Call call = Call.of(Function.REALLOCATE, block, oldSize, size);
        expectContent(call, block);
        live.remove(block);
        return reallocated(call, block, call.on(functions));
    }

    private Block reallocated(Call call, Block block, long address) {
        Block resized = claimed(call, address);
        expectKept(call, block, resized);
        return owned(call, resized);
    }

    /**
     * {@return the block after it was resized, or unchanged if the allocator has no memory for that}
     *
     * @param block that is live, and no longer live afterwards
     * @param oldSize bytes, from its size to its usable size
     * @param size bytes, greater than 0
     */
    public Block tryReallocate(Block block, long oldSize, long size) {
        Call call = Call.of(Function.REALLOCATE, block, oldSize, size);
        expectContent(call, block);
        live.remove(block);
        long address = call.on(functions);
        return address == 0 ? refused(call, block) : reallocated(call, block, address);
    }

    /**
     * {@return the block after a reallocation for which no machine has memory}
     *
     * @param block that is live, and remains live
     * @param oldSize bytes, from its size to its usable size
     * @param size bytes
     */
    public Block refuseReallocation(Block block, long oldSize, long size) {
        Call call = Call.of(Function.REALLOCATE, block, oldSize, size);
        expectContent(call, block);
        expectRefusal(call);
        return refused(call, block);
    }

    private Block refused(Call call, Block block) {
        long index = Pattern.firstDifference(block, block.address(), block.usable());
        if (index >= 0) {
            throw Defects.changed("a failed reallocation changed the old block", call, block, index);
        }
        Block refused = block.refusedToReallocate();
        live.replace(refused);
        watch(call);
        return refused;
    }

    /**
     * {@return the block after the attempt to resize it in place}
     *
     * @param block that is live, and remains live
     * @param oldSize bytes, from its size to its usable size
     * @param size bytes, greater than 0
     */
    public Block reallocateInplace(Block block, long oldSize, long size) {
        Call call = Call.of(Function.REALLOCATE_INPLACE, block, oldSize, size);
        expectContent(call, block);
        long unchanged = usableSize(oldSize, block.align());
        // The memory that it may free can belong to another thread from this call on.
        Block rest = block.resizedInplace(block.size(), Math.min(block.usable(), size), block.content());
        live.replace(rest);
        long usable = call.on(functions);
        boolean grown = size >= oldSize && usable >= size;
        boolean shrunk = size < oldSize && size <= usable && usable < oldSize;
        if (usable != unchanged && !grown && !shrunk) {
            throw Defects.impossibleSize(call, unchanged, usable);
        }
        expectProportion(call, Math.max(size, oldSize), usable);
        // If it is unchanged, the old size still applies, even if the new one would fit: the allocator relies on
        // receiving it.
        boolean resized = grown || shrunk;
        Block after = resized
                ? block.resizedInplace(size, usable, nextContent())
                : block.resizedInplace(block.size(), usable, nextContent());
        expectAlone(call, after, live.replace(after));
        expectMemory(call, after);
        expectKept(call, block, after);
        return owned(call, after);
    }

    /**
     * {@return the block after the attempt to grow it in place to a size for which no machine has memory}
     *
     * @param block that is live, and remains live
     * @param oldSize bytes, from its size to its usable size
     * @param size bytes
     */
    public Block refuseInplace(Block block, long oldSize, long size) {
        Call call = Call.of(Function.REALLOCATE_INPLACE, block, oldSize, size);
        long unchanged = usableSize(oldSize, block.align());
        long usable = call.on(functions);
        if (usable != unchanged) {
            throw Defects.impossibleSize(call, unchanged, usable);
        }
        Block refused = block.resizedInplace(block.size(), usable, block.content());
        expectAlone(call, refused, live.replace(refused));
        watch(call);
        return refused;
    }

    /**
     * {@return the usable size of a block}
     *
     * @param size bytes, greater than 0
     * @param align bytes, a power of two
     */
    public long usableSize(long size, long align) {
        Call call = Call.of(Function.USABLE_SIZE, size, align);
        long usable = call.on(functions);
        if (usable < size) {
            throw Defects.tooSmall(call, usable);
        }
        expectProportion(call, size, usable);
        return usable;
    }

    /** {@return the block that a call returned, checked and not yet written to} */
    private Block claimed(Call call, long address) {
        if (address == 0) {
            throw Defects.refused(call, live.bytes());
        }
        if (address < LOWEST_ADDRESS) {
            throw Defects.noAddress(call, address);
        }
        if ((address & (call.align() - 1)) != 0) {
            throw Defects.misaligned(call, address);
        }
        long usable = usableSize(call.size(), call.align());
        Block block = new Block(address, call.size(), usable, call.align(), nextContent(), Block.Past.ALLOCATED);
        expectAlone(call, block, live.add(block));
        expectMemory(call, block);
        return block;
    }

    /**
     * An allocator that truncates sizes to 32 bits has less memory than it claims. Writing to it would crash the JVM.
     */
    private static void expectMemory(Call call, Block block) {
        if (block.usable() > SURELY_THERE && !Mapped.contains(block.end() - 1)) {
            throw Defects.noMemory(call, block);
        }
    }

    private static void expectAlone(Call call, Block block, Optional<Block> overlapping) {
        overlapping.ifPresent(other -> {
            throw Defects.overlap(call, block, other);
        });
    }

    private Block owned(Call call, Block block) {
        Pattern.write(block);
        watch(call);
        return block;
    }

    private void expectRefusal(Call call) {
        long address = call.on(functions);
        if (address != 0) {
            throw Defects.notRefused(call, address);
        }
    }

    /** Writing to memory that is not mapped would crash the JVM. */
    private static void expectProportion(Call call, long size, long usable) {
        if (usable / 4 > Math.max(size, call.align()) + (1 << 20)) {
            throw Defects.tooLarge(call, usable);
        }
    }

    private static void expectKept(Call call, Block old, Block resized) {
        long kept = Math.min(call.oldSize(), Math.min(call.size(), resized.usable()));
        long index = Pattern.firstDifference(old, resized.address(), kept);
        if (index >= 0) {
            throw Defects.lost(call, old, resized.address(), kept, index);
        }
    }

    private static void expectContent(Call next, Block block) {
        long index = Pattern.firstDifference(block, block.address(), block.usable());
        if (index >= 0) {
            throw Defects.changed("the content of a live block has changed", "some before " + next, block, index);
        }
    }

    private void watch(Call call) {
        if (watchful) {
            for (Block block : live.all()) {
                long index = Pattern.firstDifference(block, block.address(), block.usable());
                if (index >= 0) {
                    throw Defects.changed(call.function() + " wrote into another live block", call, block, index);
                }
            }
        }
    }

    /** Numbers far apart, because a pattern's words are derived from the number and the position. */
    private long nextContent() {
        content += 0x632BE59BD9B4E19BL;
        return content;
    }
}
