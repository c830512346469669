package dev.heapwright.heap.checked;

import dev.heapwright.diagnostic.DiagnosticId;
import java.util.Optional;

/** The message for each kind of misuse. */
final class Misuse {
    private Misuse() {}

    /** A call with a block that was freed before and is in quarantine. */
    static MisuseError doubleFree(HeapCall call, TrackedBlock block) {
        return new MisuseError(new Report(
                        DiagnosticId.DOUBLE_FREE,
                        "%s of a block of %d bytes that was already freed".formatted(call.function(), block.size()))
                .detail("the call:  " + call)
                .detail(block)
                .help("let one part of the program own the block and free it once"));
    }

    /** A call with an address where no block begins, but which may be within one. */
    static MisuseError notLive(HeapCall call, Optional<TrackedBlock> around) {
        Report report = new Report(
                        DiagnosticId.NOT_LIVE, call.function() + " of an address that is not the start of a block")
                .detail("the call:  " + call);
        around.ifPresentOrElse(
                block -> report.detail(
                                "the address points to byte %d of a block".formatted(call.address() - block.address()))
                        .detail(block),
                () -> report.detail("nothing was allocated there, or it was freed long ago"));
        return new MisuseError(report.help("pass the address that the heap returned, while the block is live"));
    }

    /** A call with a size or alignment that does not match the block. */
    static MisuseError blockMismatch(HeapCall call, TrackedBlock block) {
        return new MisuseError(new Report(
                        DiagnosticId.BLOCK_MISMATCH,
                        "%s with size %d and alignment %d of a block of %d bytes aligned to %d"
                                .formatted(call.function(), call.oldSize(), call.align(), block.size(), block.align()))
                .detail("the call:  " + call)
                .detail(block)
                .help("pass the size that the block was last allocated with or resized to, and its alignment"));
    }

    /** A fence that has changed. */
    static MisuseError overrun(TrackedBlock block, TrackedBlock.Change change, String found) {
        return new MisuseError(new Report(
                        DiagnosticId.OVERRUN,
                        "a write %s of a block of %d bytes"
                                .formatted(change.offset() < 0 ? "before the start" : "past the end", block.size()))
                .detail(text(change, found))
                .detail(block.freed(null))
                .help("look for an index or a length that is too large in code that used the block before"));
    }

    /** Poison that has changed. */
    static MisuseError useAfterFree(TrackedBlock block, TrackedBlock.Change change, String found) {
        return new MisuseError(new Report(
                        DiagnosticId.USE_AFTER_FREE,
                        "a write to a block of %d bytes after it was freed".formatted(block.size()))
                .detail(text(change, found))
                .detail(block)
                .help("look for code that kept the block's address after it was freed"));
    }

    /** The allocator calls the heap it serves. */
    static MisuseError circularDependency(String allocator, Origin call) {
        return new MisuseError(
                new Report(
                                DiagnosticId.CIRCULAR_DEPENDENCY,
                                "circular dependency: allocator %s calls the heap bound to it".formatted(allocator))
                        .detail("the call, made inside the allocator", call)
                        .help(
                                "an allocator may only use code that needs no allocator; get memory from dev.heapwright.memory.CHeap instead"));
    }

    private static String text(TrackedBlock.Change change, String found) {
        return "the byte at offset %d was set to 0x%02x; found %s".formatted(change.offset(), change.value(), found);
    }
}
