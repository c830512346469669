package dev.heapwright.testkit.block;

import dev.heapwright.memory.Memory;

/** The messages for everything that can be wrong. */
final class Defects {
    private Defects() {}

    static Defect threw(FunctionCall call, Throwable thrown) {
        return Defect.of(call.function() + " threw an exception", call, "none: failure is 0", thrown.toString())
                .causedBy(thrown);
    }

    static Defect refused(FunctionCall call, long bytesInUse) {
        return Defect.of(
                "a block of an ordinary size was refused",
                call,
                "an address, as only %,d bytes are in use".formatted(bytesInUse),
                "0");
    }

    static Defect notRefused(FunctionCall call, long address) {
        return Defect.of("an impossible request was not refused", call, "0, as there is no such memory", hex(address));
    }

    static Defect noAddress(FunctionCall call, long address) {
        return Defect.of("there is no memory at the returned address", call, "0, or a usable address", hex(address));
    }

    static Defect noMemory(FunctionCall call, TestBlock block) {
        return Defect.of(
                "there is no memory at the end of a block",
                call,
                "memory, or 0",
                "no memory at its last byte, 0x%x".formatted(block.end() - 1));
    }

    static Defect misaligned(FunctionCall call, long address) {
        return Defect.of(
                "a block is not aligned",
                call,
                "a multiple of " + call.align(),
                "%s, a multiple of %d".formatted(hex(address), Long.lowestOneBit(address)));
    }

    static Defect tooSmall(FunctionCall call, long usable) {
        return Defect.of("the usable size is smaller than the size", call, call.size() + " or more", "" + usable);
    }

    static Defect tooLarge(FunctionCall call, long usable) {
        return Defect.of("the usable size is far too large", call, "little more than requested", "" + usable);
    }

    static Defect overlap(FunctionCall call, TestBlock block, TestBlock other) {
        boolean inOrder = block.address() <= other.address();
        TestBlock first = inOrder ? block : other;
        TestBlock second = inOrder ? other : block;
        return Defect.of(
                overlapHeadline(call, first, second, other),
                call,
                "bytes that belong to no other live block",
                "%s, which starts at byte %d of %s, %d of them requested"
                        .formatted(second, second.address() - first.address(), first, first.size()));
    }

    private static String overlapHeadline(FunctionCall call, TestBlock first, TestBlock second, TestBlock other) {
        if (call.function() == FunctionCall.Function.REALLOCATE_INPLACE) {
            return "a block grew in place into another live block";
        }
        if (first.address() + first.size() <= second.address()) {
            return "the usable size reaches into another live block";
        }
        return switch (other.past()) {
            case ALLOCATED -> "two live blocks overlap";
            case RESIZED_INPLACE -> "after resizing in place, memory of the block was allocated again";
            case REFUSED_TO_REALLOCATE -> "after a failed reallocation, the old block was allocated again";
        };
    }

    static Defect notZero(FunctionCall call, long address, long index) {
        return Defect.of(
                "allocateZeroed did not zero",
                call,
                "0 in each of %d bytes".formatted(call.size()),
                at(address, index));
    }

    /** A byte was not preserved; {@code kept} is how many bytes should have been. */
    static Defect lost(FunctionCall call, TestBlock old, long address, long kept, long index) {
        return Defect.of(
                call.function() + " lost content",
                call,
                "%d bytes kept; byte %d is %s".formatted(kept, index, hex(FillPattern.byteAt(old, index))),
                at(address, index));
    }

    /** A byte has changed that should not have been written to. */
    static Defect changed(String headline, Object call, TestBlock block, long index) {
        return Defect.of(
                headline,
                call,
                "byte %d of %s is %s".formatted(index, block, hex(FillPattern.byteAt(block, index))),
                at(block.address(), index));
    }

    static Defect impossibleSize(FunctionCall call, long unchanged, long usable) {
        return Defect.of(
                "reallocateInplace returned a size that the block cannot have",
                call,
                "%s; usableSize(%d, %d), which is %d, if unchanged"
                        .formatted(resized(call), call.oldSize(), call.align(), unchanged),
                "" + usable);
    }

    private static String resized(FunctionCall call) {
        return call.size() < call.oldSize()
                ? "from %d to %d if it shrank".formatted(call.size(), call.oldSize() - 1)
                : "at least %d if it grew".formatted(call.size());
    }

    private static String at(long address, long index) {
        return "byte %d is %s".formatted(index, hex(Memory.getByte(address + index)));
    }

    private static String hex(long address) {
        return "0x" + Long.toHexString(address);
    }

    private static String hex(byte value) {
        return "0x%02x".formatted(value);
    }
}
