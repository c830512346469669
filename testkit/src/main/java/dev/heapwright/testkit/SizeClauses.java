package dev.heapwright.testkit;

import dev.heapwright.testkit.block.AllocatorProbe;
import dev.heapwright.testkit.block.Defect;
import dev.heapwright.testkit.block.Functions;
import dev.heapwright.testkit.block.TestBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** The properties of a new block. */
final class SizeClauses {
    private static final long LARGEST_ALIGNMENT = 1 << 20;

    private SizeClauses() {}

    static List<Clause> of(Functions functions, Options options) {
        List<Clause> clauses = new ArrayList<>();
        clauses.add(Clause.watched(
                "every block has the requested alignment, from 1 byte to 1 MiB", blocks -> align(blocks, options)));
        clauses.add(Clause.watched(
                "the usable size is at least the size, and the same for every size in between",
                blocks -> usableSizes(blocks, options)));
        clauses.add(Clause.watched(
                "all usable bytes of a block are its own, however odd its size", blocks -> use(blocks, options)));
        clauses.add(Clause.watched(
                "a block is freed whole, and no other with it, whichever of its sizes is passed",
                blocks -> tellOldSizes(blocks, options)));
        if (functions.hasAllocateZeroed()) {
            clauses.add(Clause.watched(
                    "a block from allocateZeroed is zero, even in reused memory", blocks -> zero(blocks, options)));
        }
        return clauses;
    }

    /** {@return powers of two as alignments, as far as a few such blocks fit} */
    static LongStream alignments(Options options) {
        return LongStream.iterate(1, align -> align <= LARGEST_ALIGNMENT, align -> align * 2)
                .filter(align -> align <= options.largest());
    }

    /** {@return small sizes, the powers of two, and their neighbours} */
    private static LongStream oddSizes(Options options) {
        return LongStream.concat(
                        LongStream.rangeClosed(1, 130),
                        LongStream.iterate(256, size -> size > 0, size -> size * 2)
                                .takeWhile(size -> size <= options.largest())
                                .flatMap(size -> LongStream.of(size - 1, size, size + 1, size + size / 3)))
                .filter(size -> size <= options.largest());
    }

    private static void align(AllocatorProbe blocks, Options options) {
        alignments(options).forEach(align -> {
            for (long size : new long[] {1, 2, 7, 8, 9, 16, 17, 100, 1000, 4097, align - 1, align, align + 1}) {
                if (size > 0 && size <= options.largest()) {
                    sideBySide(blocks, 4, size, align);
                }
            }
        });
    }

    private static void use(AllocatorProbe blocks, Options options) {
        for (long align : new long[] {1, 16, 64}) {
            oddSizes(options).forEach(size -> sideBySide(blocks, 8, size, align));
        }
    }

    private static void sideBySide(AllocatorProbe blocks, int count, long size, long align) {
        row(blocks, count, size, align).forEach(block -> blocks.deallocate(block, block.usable()));
    }

    private static List<TestBlock> row(AllocatorProbe blocks, int count, long size, long align) {
        List<TestBlock> row = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            row.add(blocks.allocate(size, align));
        }
        return row;
    }

    private static void tellOldSizes(AllocatorProbe blocks, Options options) {
        for (long align : new long[] {1, 64}) {
            for (long size : new long[] {1, 17, 100, 1000, 5000, 100_001}) {
                if (size <= options.largest()) {
                    long usable = blocks.usableSize(size, align);
                    for (long oldSize : new long[] {size, size + (usable - size) / 2, usable}) {
                        List<TestBlock> row = row(blocks, 3, size, align);
                        blocks.deallocate(row.remove(1), oldSize);
                        // The first is likely to fill the gap, and the second to show whether the gap is larger.
                        row.addAll(row(blocks, 2, size, align));
                        row.forEach(block -> blocks.deallocate(block, oldSize));
                    }
                }
            }
        }
    }

    private static void usableSizes(AllocatorProbe blocks, Options options) {
        alignments(options)
                .forEach(align -> LongStream.concat(LongStream.rangeClosed(1, 10_000), oddSizes(options))
                        .filter(size -> size <= options.largest())
                        .forEach(size -> {
                            long usable = blocks.usableSize(size, align);
                            for (long other : new long[] {size, size + (usable - size) / 2, usable}) {
                                long otherUsable = blocks.usableSize(other, align);
                                if (otherUsable != usable) {
                                    throw Defect.of(
                                            "the usable size is not the same for all sizes of one block",
                                            "usableSize(%d, %d)".formatted(other, align),
                                            "%d, as usableSize(%d, %d) is".formatted(usable, size, align),
                                            "" + otherUsable);
                                }
                            }
                        }));
    }

    private static void zero(AllocatorProbe blocks, Options options) {
        for (long align : new long[] {1, 8, 16, 64, 4096, LARGEST_ALIGNMENT}) {
            for (long size : new long[] {1, 24, 100, 1000, 4096, 5000, 200_000}) {
                if (Math.max(size, align) <= options.largest()) {
                    for (int round = 0; round < 4; round++) {
                        // Their content must be gone in the next round.
                        List<TestBlock> used =
                                List.of(blocks.allocate(size, align), blocks.allocateZeroed(size, align));
                        used.forEach(block -> blocks.deallocate(block, size));
                        blocks.deallocate(blocks.allocateZeroed(size, align), size);
                    }
                }
            }
        }
    }
}
