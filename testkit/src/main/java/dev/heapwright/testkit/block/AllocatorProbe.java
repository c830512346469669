package dev.heapwright.testkit.block;

import dev.heapwright.testkit.block.FunctionCall.Function;
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
 * <p>For one thread; other threads have callers of their own, which share the {@link TestBlocks}. A block that one
 * caller allocated may be freed by another. After a {@link Defect}, live blocks should not be accessed any more.
 */
public final class AllocatorProbe {
    private final Functions functions;
    private final TestBlocks live;
    private final boolean watchful;
    private long content;

    private AllocatorProbe(Functions functions, TestBlocks live, boolean watchful, int number) {
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
    public static AllocatorProbe watchful(Functions functions, int number) {
        return new AllocatorProbe(functions, new TestBlocks(), true, number);
    }

    /**
     * {@return a caller that checks a block only when it is resized or freed, for any number of them}
     *
     * @param functions of the allocator
     * @param live the live blocks, its own and those of others
     * @param number its own, which distinguishes its blocks' content from that of other callers
     */
    public static AllocatorProbe of(Functions functions, TestBlocks live, int number) {
        return new AllocatorProbe(functions, live, false, number);
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
    public TestBlock allocate(long size, long align) {
        FunctionCall call = FunctionCall.of(Function.ALLOCATE, size, align);
        return owned(call, claimed(call, call.on(functions)));
    }

    /**
     * {@return a new block, all of whose requested bytes were 0}
     *
     * @param size bytes, greater than 0, which the allocator is expected to provide
     * @param align bytes, a power of two
     */
    public TestBlock allocateZeroed(long size, long align) {
        FunctionCall call = FunctionCall.of(Function.ALLOCATE_ZEROED, size, align);
        return zeroed(call, call.on(functions));
    }

    private TestBlock zeroed(FunctionCall call, long address) {
        TestBlock block = claimed(call, address);
        Guarantees.expectZero(call, block);
        return owned(call, block);
    }

    /**
     * {@return a new block, or none if the allocator reports that it has no memory left}
     *
     * @param size bytes, greater than 0
     * @param align bytes, a power of two
     */
    public Optional<TestBlock> tryAllocate(long size, long align) {
        FunctionCall call = FunctionCall.of(Function.ALLOCATE, size, align);
        long address = call.on(functions);
        return address == 0 ? Optional.empty() : Optional.of(owned(call, claimed(call, address)));
    }

    /**
     * {@return a new block, all of whose requested bytes were 0, or none if the allocator has no memory left}
     *
     * @param size bytes, greater than 0
     * @param align bytes, a power of two
     */
    public Optional<TestBlock> tryAllocateZeroed(long size, long align) {
        FunctionCall call = FunctionCall.of(Function.ALLOCATE_ZEROED, size, align);
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
        FunctionCall call = FunctionCall.of(zeroed ? Function.ALLOCATE_ZEROED : Function.ALLOCATE, size, align);
        Guarantees.expectRefusal(call, call.on(functions));
    }

    /**
     * Frees a block.
     *
     * @param block that is live, and no longer live afterwards
     * @param oldSize bytes, from its size to its usable size
     */
    public void deallocate(TestBlock block, long oldSize) {
        FunctionCall call = FunctionCall.of(Function.DEALLOCATE, block, oldSize, 0);
        Guarantees.expectContent(call, block);
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
    public TestBlock reallocate(TestBlock block, long oldSize, long size) {
        FunctionCall call = FunctionCall.of(Function.REALLOCATE, block, oldSize, size);
        Guarantees.expectContent(call, block);
        live.remove(block);
        return reallocated(call, block, call.on(functions));
    }

    private TestBlock reallocated(FunctionCall call, TestBlock block, long address) {
        TestBlock resized = claimed(call, address);
        Guarantees.expectKept(call, block, resized);
        return owned(call, resized);
    }

    /**
     * {@return the block after it was resized, or unchanged if the allocator has no memory for that}
     *
     * @param block that is live, and no longer live afterwards
     * @param oldSize bytes, from its size to its usable size
     * @param size bytes, greater than 0
     */
    public TestBlock tryReallocate(TestBlock block, long oldSize, long size) {
        FunctionCall call = FunctionCall.of(Function.REALLOCATE, block, oldSize, size);
        Guarantees.expectContent(call, block);
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
    public TestBlock refuseReallocation(TestBlock block, long oldSize, long size) {
        FunctionCall call = FunctionCall.of(Function.REALLOCATE, block, oldSize, size);
        Guarantees.expectContent(call, block);
        Guarantees.expectRefusal(call, call.on(functions));
        return refused(call, block);
    }

    private TestBlock refused(FunctionCall call, TestBlock block) {
        Guarantees.expectUnchanged("a failed reallocation changed the old block", call, block);
        TestBlock refused = block.refusedToReallocate();
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
    public TestBlock reallocateInplace(TestBlock block, long oldSize, long size) {
        FunctionCall call = FunctionCall.of(Function.REALLOCATE_INPLACE, block, oldSize, size);
        Guarantees.expectContent(call, block);
        long unchanged = usableSize(oldSize, block.align());
        // The memory that it may free can belong to another thread from this call on.
        TestBlock rest = block.resizedInplace(block.size(), Math.min(block.usable(), size), block.content());
        live.replace(rest);
        long usable = call.on(functions);
        boolean resized = Guarantees.expectResizedOrUnchanged(call, unchanged, usable);
        // If it is unchanged, the old size still applies, even if the new one would fit: the allocator relies on
        // receiving it.
        TestBlock after = block.resizedInplace(resized ? size : block.size(), usable, nextContent());
        Guarantees.expectAlone(call, after, live.replace(after));
        Guarantees.expectMemory(call, after);
        Guarantees.expectKept(call, block, after);
        return owned(call, after);
    }

    /**
     * {@return the block after the attempt to grow it in place to a size for which no machine has memory}
     *
     * @param block that is live, and remains live
     * @param oldSize bytes, from its size to its usable size
     * @param size bytes
     */
    public TestBlock refuseInplace(TestBlock block, long oldSize, long size) {
        FunctionCall call = FunctionCall.of(Function.REALLOCATE_INPLACE, block, oldSize, size);
        long unchanged = usableSize(oldSize, block.align());
        long usable = call.on(functions);
        Guarantees.expectUnresized(call, unchanged, usable);
        TestBlock refused = block.resizedInplace(block.size(), usable, block.content());
        Guarantees.expectAlone(call, refused, live.replace(refused));
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
        FunctionCall call = FunctionCall.of(Function.USABLE_SIZE, size, align);
        long usable = call.on(functions);
        Guarantees.expectUsable(call, usable);
        return usable;
    }

    /** {@return the block that a call returned, checked and not yet written to} */
    private TestBlock claimed(FunctionCall call, long address) {
        if (address == 0) {
            throw Defects.refused(call, live.bytes());
        }
        Guarantees.expectAddress(call, address);
        long usable = usableSize(call.size(), call.align());
        TestBlock block =
                new TestBlock(address, call.size(), usable, call.align(), nextContent(), TestBlock.Past.ALLOCATED);
        Guarantees.expectAlone(call, block, live.add(block));
        Guarantees.expectMemory(call, block);
        return block;
    }

    private TestBlock owned(FunctionCall call, TestBlock block) {
        FillPattern.write(block);
        watch(call);
        return block;
    }

    private void watch(FunctionCall call) {
        if (watchful) {
            for (TestBlock block : live.all()) {
                Guarantees.expectUnchanged(call.function() + " wrote into another live block", call, block);
            }
        }
    }

    /** Numbers far apart, because a pattern's words are derived from the number and the position. */
    private long nextContent() {
        content += 0x632BE59BD9B4E19BL;
        return content;
    }
}
