package dev.heapwright.testkit.sequence;

import dev.heapwright.testkit.block.AllocatorProbe;
import dev.heapwright.testkit.block.TestBlock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A step of a sequence. It refers to a block by a number, as addresses are known only when it is performed, and is
 * therefore independent of the allocator.
 */
sealed interface Operation {
    /** {@return the number of the block} */
    int block();

    /** {@return whether it can be performed, given the live blocks} */
    default boolean isPossible(Map<Integer, TestBlock> live) {
        return live.containsKey(block());
    }

    /** Performs it, and keeps track of the live blocks. */
    void run(AllocatorProbe blocks, Map<Integer, TestBlock> live);

    /**
     * {@return it as a line of Java}
     *
     * @param name of the block
     * @param old the previous block; absent if it is to be allocated
     */
    String line(String name, Optional<TestBlock> old);

    /** {@return possible replacements, the simplest first} */
    Stream<Operation> simpler();

    /** Allocates a block. */
    record Allocate(int block, long size, long align, boolean zeroed) implements Operation {
        @Override
        public boolean isPossible(Map<Integer, TestBlock> live) {
            return !live.containsKey(block);
        }

        @Override
        public void run(AllocatorProbe blocks, Map<Integer, TestBlock> live) {
            boolean zero = zeroed && blocks.functions().hasAllocateZeroed();
            live.put(block, zero ? blocks.allocateZeroed(size, align) : blocks.allocate(size, align));
        }

        @Override
        public String line(String name, Optional<TestBlock> old) {
            return "long %s = %s(%d, %d);".formatted(name, zeroed ? "allocateZeroed" : "allocate", size, align);
        }

        @Override
        public Stream<Operation> simpler() {
            Stream<Operation> unzeroed = zeroed ? Stream.of(new Allocate(block, size, align, false)) : Stream.of();
            Stream<Operation> lessAligned = simplerNumbers(align)
                    .filter(number -> Long.bitCount(number) == 1)
                    .mapToObj(number -> new Allocate(block, size, number, zeroed));
            Stream<Operation> smaller =
                    simplerNumbers(size).mapToObj(number -> new Allocate(block, number, align, zeroed));
            return Stream.of(unzeroed, lessAligned, smaller).flatMap(operations -> operations);
        }
    }

    /** Frees a block. */
    record Deallocate(int block, OldSize oldSize) implements Operation {
        @Override
        public void run(AllocatorProbe blocks, Map<Integer, TestBlock> live) {
            TestBlock gone = Objects.requireNonNull(live.remove(block));
            blocks.deallocate(gone, oldSize.of(gone));
        }

        @Override
        public String line(String name, Optional<TestBlock> before) {
            TestBlock old = before.orElseThrow();
            return "deallocate(%s, %d, %d);".formatted(name, oldSize.of(old), old.align());
        }

        @Override
        public Stream<Operation> simpler() {
            return oldSize == OldSize.REQUESTED ? Stream.of() : Stream.of(new Deallocate(block, OldSize.REQUESTED));
        }
    }

    /** Resizes a block, which may move. */
    record Reallocate(int block, OldSize oldSize, long size) implements Operation {
        @Override
        public void run(AllocatorProbe blocks, Map<Integer, TestBlock> live) {
            live.computeIfPresent(block, (number, old) -> blocks.reallocate(old, oldSize.of(old), size));
        }

        @Override
        public String line(String name, Optional<TestBlock> before) {
            TestBlock old = before.orElseThrow();
            return "%s = reallocate(%s, %d, %d, %d);".formatted(name, name, oldSize.of(old), size, old.align());
        }

        @Override
        public Stream<Operation> simpler() {
            Stream<Operation> smaller = simplerNumbers(size).mapToObj(number -> new Reallocate(block, oldSize, number));
            return oldSize == OldSize.REQUESTED
                    ? smaller
                    : Stream.concat(Stream.of(new Reallocate(block, OldSize.REQUESTED, size)), smaller);
        }
    }

    /** Resizes a block, which may not move. */
    record ReallocateInplace(int block, OldSize oldSize, long size) implements Operation {
        @Override
        public void run(AllocatorProbe blocks, Map<Integer, TestBlock> live) {
            live.computeIfPresent(block, (number, old) -> blocks.reallocateInplace(old, oldSize.of(old), size));
        }

        @Override
        public String line(String name, Optional<TestBlock> before) {
            TestBlock old = before.orElseThrow();
            return "reallocateInplace(%s, %d, %d, %d);".formatted(name, oldSize.of(old), size, old.align());
        }

        @Override
        public Stream<Operation> simpler() {
            Stream<Operation> smaller =
                    simplerNumbers(size).mapToObj(number -> new ReallocateInplace(block, oldSize, number));
            return oldSize == OldSize.REQUESTED
                    ? smaller
                    : Stream.concat(Stream.of(new ReallocateInplace(block, OldSize.REQUESTED, size)), smaller);
        }
    }

    /** {@return smaller numbers, 1 or more, in ascending order, the last one only a little smaller} */
    private static LongStream simplerNumbers(long number) {
        return LongStream.of(
                        1,
                        8,
                        16,
                        64,
                        256,
                        1024,
                        4096,
                        number / 2,
                        number - number / 4,
                        number - Math.max(1, number / 128))
                .filter(smaller -> 0 < smaller && smaller < number)
                .sorted()
                .distinct();
    }
}
