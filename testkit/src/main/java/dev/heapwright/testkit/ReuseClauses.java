package dev.heapwright.testkit;

import dev.heapwright.testkit.block.AllocatorProbe;
import dev.heapwright.testkit.block.TestBlock;
import dev.heapwright.testkit.block.TestBlocks;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * What happens to freed memory: it is reused, whatever the size and the alignment, and whatever operations succeeded or
 * failed in between. One block at a time is live, so lost memory shows up as a new address:
 * <ol>
 * <li>a block is allocated and freed, again and again, until many addresses in a row have been seen before;
 * <li>if that does not happen before {@value #MOST_LEAKED} bytes could have been lost, or after {@value #MOST_TIMES}
 *     times, something leaks.
 * </ol>
 *
 * <p>New addresses of large blocks prove nothing either where what was freed is no longer resident: for blocks that are aligned to
 * 2 MiB, mimalloc asks the operating system for other addresses each time.
 *
 * <p>A few new addresses prove nothing: an allocator may use all other free memory before that which was just freed.
 * glibc takes free chunks of one size in FIFO order, and a process that has run for a while has thousands of them
 * (<a href="https://sourceware.org/git/?p=glibc.git;a=blob;f=malloc/malloc.c">malloc.c</a>, under "Bins").
 */
final class ReuseClauses {
    private static final long[] ALIGNMENTS = {1, 64, 4096, 1 << 16, 2 << 20};

    /** How many bytes may be lost before it is reported as a leak. */
    private static final long MOST_LEAKED = 32 << 20;

    private static final long LARGEST = 2 << 20;
    private static final long PAGE = 4096;

    private static final int FEWEST_TIMES = 160;

    /** mimalloc may go through all places of an arena before it begins again: 512 for the largest blocks. */
    private static final int FEWEST_TIMES_LARGEST = 640;

    /** After so many of the largest blocks, what is resident is looked at: they are more than a process otherwise varies. */
    private static final int FEWEST_TO_BE_RESIDENT = 64;

    private static final int MOST_TIMES = 1 << 16;
    private static final int BREATH = 16;

    private ReuseClauses() {}

    /** What can be done with a new block until it is freed. */
    private interface Life {
        /** {@return the block to free} */
        TestBlock live(AllocatorProbe blocks, long size, long align, Addresses addresses);
    }

    static List<Clause> of(Options options) {
        return List.of(
                clause(
                        "freed memory is reused",
                        "allocate(%1$d, %2$d) and deallocate",
                        options,
                        ReuseClauses::allocate),
                clause(
                        "freed memory from allocateZeroed is reused",
                        "allocateZeroed(%1$d, %2$d) and deallocate",
                        options,
                        (blocks, size, align, addresses) -> blocks.functions().hasAllocateZeroed()
                                ? blocks.allocateZeroed(size, align)
                                : blocks.allocate(size, align)),
                clause(
                        "reallocation frees the memory of a block that moved",
                        "allocate(%1$d, %2$d), reallocate to twice the size, to half, and deallocate",
                        options,
                        ReuseClauses::reallocate),
                clause(
                        "resizing in place leaks no memory",
                        "allocate(%1$d, %2$d), reallocateInplace to twice the size, to half, and deallocate",
                        options,
                        ReuseClauses::resizeInplace),
                clause(
                        "failed calls leak no memory",
                        "allocate(%1$d, %2$d), calls that fail for lack of memory, and deallocate",
                        options,
                        ReuseClauses::fail));
    }

    private static Clause clause(String name, String calls, Options options, Life life) {
        return new Clause(name, functions -> {
            AllocatorProbe blocks = AllocatorProbe.of(functions, new TestBlocks(), 3);
            for (long align : ALIGNMENTS) {
                sizes(Math.min(options.largest() / 2, LARGEST))
                        .filter(size -> Math.max(size, align) <= options.largest())
                        // After cutting one page from many, some allocators use others for seconds: none is lost.
                        .filter(size -> align <= PAGE || size >= align)
                        .forEach(size -> repeat(blocks, calls.formatted(size, align), life, size, align));
            }
        });
    }

    /** {@return the powers of two and the midpoints between them, as size classes are rarely finer} */
    private static LongStream sizes(long largest) {
        return LongStream.iterate(1, size -> size <= largest, size -> size * 2)
                .flatMap(size -> size < 4 ? LongStream.of(size) : LongStream.of(size, size + size / 2));
    }

    private static void repeat(AllocatorProbe blocks, String calls, Life life, long size, long align) {
        long place = Math.max(size, align);
        int fewest = place > LARGEST / 2 ? FEWEST_TIMES_LARGEST : FEWEST_TIMES;
        long times = Math.max(fewest, Math.min(MOST_TIMES, MOST_LEAKED / place));
        Addresses addresses = new Addresses((int) Math.max(24, Math.min(96, MOST_LEAKED / 8 / place)));
        OptionalLong before = place > LARGEST / 2 ? ResidentMemory.bytes() : OptionalLong.empty();
        for (int time = 0; time < times && !addresses.areOld(); time++) {
            if (time % BREATH == 0) {
                breathe(blocks);
            }
            if (time % FEWEST_TO_BE_RESIDENT == FEWEST_TO_BE_RESIDENT - 1 && isNotResident(before, time * place)) {
                return;
            }
            TestBlock block = life.live(blocks, size, align, addresses);
            addresses.add(block);
            blocks.deallocate(block, time % 2 == 0 ? block.size() : block.usable());
        }
        addresses.expectOld(calls);
    }

    /** {@return whether it is known that most of what was freed is not resident} */
    private static boolean isNotResident(OptionalLong before, long freed) {
        OptionalLong now = before.isPresent() ? ResidentMemory.bytes() : before;
        return now.isPresent() && now.getAsLong() - before.getAsLong() < freed / 2;
    }

    /** Some allocators merge small pieces only when a large block is requested. */
    private static void breathe(AllocatorProbe blocks) {
        blocks.deallocate(blocks.allocate(5000, 1), 5000);
    }

    private static TestBlock allocate(AllocatorProbe blocks, long size, long align, Addresses addresses) {
        return blocks.allocate(size, align);
    }

    private static TestBlock reallocate(AllocatorProbe blocks, long size, long align, Addresses addresses) {
        TestBlock block = blocks.allocate(size, align);
        addresses.add(block);
        block = blocks.reallocate(block, block.usable(), size * 2);
        addresses.add(block);
        return blocks.reallocate(block, size * 2, Math.max(1, size / 2));
    }

    private static TestBlock resizeInplace(AllocatorProbe blocks, long size, long align, Addresses addresses) {
        TestBlock block = blocks.allocate(size, align);
        block = blocks.reallocateInplace(block, block.size(), size * 2);
        return blocks.reallocateInplace(block, block.usable(), Math.max(1, size / 2));
    }

    private static TestBlock fail(AllocatorProbe blocks, long size, long align, Addresses addresses) {
        TestBlock block = blocks.allocate(size, align);
        // Memory lost by a failed request is lost from here, and missed.
        TestBlock free = blocks.allocate(size, align);
        blocks.deallocate(free, size);
        blocks.refuseAllocation(false, RefusalClauses.HUGE, align);
        blocks.refuseAllocation(false, size, RefusalClauses.HUGE);
        if (blocks.functions().hasAllocateZeroed()) {
            blocks.refuseAllocation(true, RefusalClauses.HUGE, align);
            blocks.refuseAllocation(true, size, RefusalClauses.HUGE);
        }
        block = blocks.refuseInplace(block, block.usable(), RefusalClauses.HUGE);
        block = blocks.refuseReallocation(block, block.size(), RefusalClauses.HUGE);
        block = blocks.refuseReallocation(block, block.usable(), Long.MAX_VALUE);
        free = blocks.allocate(size, align);
        addresses.add(free);
        blocks.deallocate(free, size);
        return block;
    }
}
