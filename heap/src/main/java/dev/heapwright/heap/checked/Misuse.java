package dev.heapwright.heap.checked;

import java.util.Optional;

/** The message for each kind of misuse. */
final class Misuse {
    private Misuse() {}

    /** A call with a block that was freed before and is in quarantine. */
    static MisuseError doubleFree(Call call, Block block) {
        return new MisuseError(new Report(
                        "DoubleFree",
                        "%s of a block of %d bytes that has been given back already"
                                .formatted(call.function(), block.size()))
                .detail("the call:  " + call)
                .detail(block)
                .help("let one part of the program own the block, and give it back once"));
    }

    /** A call with an address where no block begins, but which may be within one. */
    static MisuseError notLive(Call call, Optional<Block> around) {
        Report report = new Report("NotLive", call.function() + " of an address where no block begins")
                .detail("the call:  " + call);
        around.ifPresentOrElse(
                block -> report.detail(
                                "the address is that of byte %d of a block".formatted(call.address() - block.address()))
                        .detail(block),
                () -> report.detail("nothing was allocated there, or it was given back long ago"));
        return new MisuseError(report.help("pass the address that the heap returned, while the block is live"));
    }

    /** A call with a size or alignment that does not match the block. */
    static MisuseError blockMismatch(Call call, Block block) {
        return new MisuseError(new Report(
                        "BlockMismatch",
                        "%s of a block of %d bytes aligned to %d as one of %d aligned to %d"
                                .formatted(call.function(), block.size(), block.align(), call.oldSize(), call.align()))
                .detail("the call:  " + call)
                .detail(block)
                .help("pass the size that the block has, as it was last allocated or resized, and its alignment"));
    }

    /** A fence that has changed. */
    static MisuseError overrun(Block block, Block.Change change, String found) {
        return new MisuseError(new Report(
                        "Overrun",
                        "a write %s of a block of %d bytes"
                                .formatted(change.offset() < 0 ? "before the start" : "past the end", block.size()))
                .detail(text(change, found))
                .detail(block.freed(null))
                .help("look for an index or a length that is too large, in what was done with the block until then"));
    }

    /** Poison that has changed. */
    static MisuseError useAfterFree(Block block, Block.Change change, String found) {
        return new MisuseError(new Report(
                        "UseAfterFree",
                        "a write to a block of %d bytes after it was given back".formatted(block.size()))
                .detail(text(change, found))
                .detail(block)
                .help("look for what kept the block's address and was not told that it was given back"));
    }

    /** The allocator calls the heap it serves. */
    static MisuseError circularDependency(String allocator, Origin call) {
        return new MisuseError(
                new Report(
                                "CircularDependency",
                                "circular dependency: allocator %s calls the heap that is bound to it"
                                        .formatted(allocator))
                        .detail("the call, made while the allocator was at work", call)
                        .help(
                                "let an allocator use only code that needs none; take memory with dev.heapwright.memory.CHeap there"));
    }

    private static String text(Block.Change change, String found) {
        return "the byte at offset %d was set to 0x%02x, as was found %s"
                .formatted(change.offset(), change.value(), found);
    }
}
