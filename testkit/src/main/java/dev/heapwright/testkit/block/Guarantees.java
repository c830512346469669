package dev.heapwright.testkit.block;

import java.util.Optional;

/** What an allocator guarantees of each call and each block: each method throws a {@link Defect} if it does not hold. */
final class Guarantees {
    /** No platform maps memory for programs at lower addresses. */
    private static final long LOWEST_ADDRESS = 4096;

    /** Up to this many bytes, memory is assumed to be mapped; larger sizes may have been truncated by mistake. */
    private static final long SURELY_THERE = 64 << 20;

    private Guarantees() {}

    static void expectAddress(FunctionCall call, long address) {
        if (address < LOWEST_ADDRESS) {
            throw Defects.noAddress(call, address);
        }
        if ((address & (call.align() - 1)) != 0) {
            throw Defects.misaligned(call, address);
        }
    }

    /**
     * An allocator that truncates sizes to 32 bits has less memory than it claims. Writing to it would crash the JVM.
     */
    static void expectMemory(FunctionCall call, TestBlock block) {
        if (block.usable() > SURELY_THERE && !Mapped.contains(block.end() - 1)) {
            throw Defects.noMemory(call, block);
        }
    }

    static void expectAlone(FunctionCall call, TestBlock block, Optional<TestBlock> overlapping) {
        overlapping.ifPresent(other -> {
            throw Defects.overlap(call, block, other);
        });
    }

    static void expectZero(FunctionCall call, TestBlock block) {
        long index = FillPattern.firstOtherThanZero(block.address(), block.size());
        if (index >= 0) {
            throw Defects.notZero(call, block.address(), index);
        }
    }

    static void expectRefusal(FunctionCall call, long address) {
        if (address != 0) {
            throw Defects.notRefused(call, address);
        }
    }

    static void expectUsable(FunctionCall call, long usable) {
        if (usable < call.size()) {
            throw Defects.tooSmall(call, usable);
        }
        expectProportion(call, call.size(), usable);
    }

    /** {@return whether the block was resized in place; {@code unchanged} is its usable size if it was not} */
    static boolean expectResizedOrUnchanged(FunctionCall call, long unchanged, long usable) {
        boolean grown = call.size() >= call.oldSize() && usable >= call.size();
        boolean shrunk = call.size() < call.oldSize() && call.size() <= usable && usable < call.oldSize();
        boolean resized = grown || shrunk;
        if (!resized) {
            expectUnresized(call, unchanged, usable);
        }
        expectProportion(call, Math.max(call.size(), call.oldSize()), usable);
        return resized;
    }

    static void expectUnresized(FunctionCall call, long unchanged, long usable) {
        if (usable != unchanged) {
            throw Defects.impossibleSize(call, unchanged, usable);
        }
    }

    /** Writing to memory that is not mapped would crash the JVM. */
    private static void expectProportion(FunctionCall call, long size, long usable) {
        if (usable / 4 > Math.max(size, call.align()) + (1 << 20)) {
            throw Defects.tooLarge(call, usable);
        }
    }

    static void expectKept(FunctionCall call, TestBlock old, TestBlock resized) {
        long kept = Math.min(call.oldSize(), Math.min(call.size(), resized.usable()));
        long index = FillPattern.firstDifference(old, resized.address(), kept);
        if (index >= 0) {
            throw Defects.lost(call, old, resized.address(), kept, index);
        }
    }

    static void expectContent(FunctionCall next, TestBlock block) {
        long index = FillPattern.firstDifference(block, block.address(), block.usable());
        if (index >= 0) {
            throw Defects.changed("the content of a live block has changed", "some before " + next, block, index);
        }
    }

    static void expectUnchanged(String defect, FunctionCall call, TestBlock block) {
        long index = FillPattern.firstDifference(block, block.address(), block.usable());
        if (index >= 0) {
            throw Defects.changed(defect, call, block, index);
        }
    }
}
