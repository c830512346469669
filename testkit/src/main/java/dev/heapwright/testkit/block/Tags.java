package dev.heapwright.testkit.block;

import dev.heapwright.memory.Memory;
import dev.heapwright.testkit.block.FunctionCall.Function;

/**
 * Blocks of one size that are tracked independently. They are tagged when new, and checked when freed: nothing else is
 * done between two calls of a thread, so that calls of several threads coincide as often as possible. {@link AllocatorProbe}
 * tests everything else before.
 */
public final class Tags {
    /** In bytes, for all blocks. */
    private static final long ALIGN = 16;

    private static final int THREAD_SHIFT = 48;

    private final Functions functions;
    private final long size;
    private long next;

    /**
     * A block and its tag.
     *
     * @param address of the block
     * @param tag a unique number
     */
    public record Tagged(long address, long tag) {}

    /**
     * The blocks that one thread tags. It may free those of others.
     *
     * @param functions of the allocator
     * @param size bytes, a multiple of 8, 16 or more
     * @param thread its number, from 0 on
     */
    public Tags(Functions functions, long size, int thread) {
        this.functions = functions;
        this.size = size;
        this.next = (thread + 1L) << THREAD_SHIFT;
    }

    /**
     * {@return a new block}
     *
     * @param zeroed whether to zero it, if the allocator supports that
     */
    public Tagged allocate(boolean zeroed) {
        boolean zero = zeroed && functions.hasAllocateZeroed();
        FunctionCall call = FunctionCall.of(zero ? Function.ALLOCATE_ZEROED : Function.ALLOCATE, size, ALIGN);
        long address = call.on(functions);
        if (address == 0) {
            throw Defects.refused(call, 0);
        }
        if ((address & (ALIGN - 1)) != 0) {
            throw Defects.misaligned(call, address);
        }
        if (zero) {
            long index = FillPattern.firstOtherThanZero(address, size);
            if (index >= 0) {
                throw Defects.notZero(call, address, index);
            }
        }
        Tagged block = new Tagged(address, next++);
        Memory.putLong(address, block.tag);
        Memory.putLong(address + size - Long.BYTES, block.tag);
        return block;
    }

    /** Frees a block, whichever thread tagged it. */
    public void deallocate(Tagged block) {
        expect(block, 0);
        expect(block, size - Long.BYTES);
        // If another thread has the same block, it sees this.
        Memory.putLong(block.address, 0);
        new FunctionCall(Function.DEALLOCATE, block.address, size, 0, ALIGN).on(functions);
    }

    private void expect(Tagged block, long index) {
        long found = Memory.getLong(block.address + index);
        if (found != block.tag) {
            throw Defect.of(
                    "two threads have the same block",
                    FunctionCall.of(Function.ALLOCATE, size, ALIGN),
                    "the block at 0x%x as its thread left it: 0x%x in byte %d"
                            .formatted(block.address, block.tag, index),
                    "0x%x, written by another thread".formatted(found));
        }
    }
}
