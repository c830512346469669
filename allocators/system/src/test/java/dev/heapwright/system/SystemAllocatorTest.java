package dev.heapwright.system;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.memory.Memory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SystemAllocatorTest {
    private static final long[] HUGE = {
        Long.MAX_VALUE, Long.MAX_VALUE - 15, Long.MAX_VALUE - 4096, Long.MAX_VALUE - (1L << 20), 1L << 62
    };

    static LongStream alignments() {
        return LongStream.iterate(1, align -> align <= 1L << 20, align -> align << 1);
    }

    /** Natural and over-aligned. */
    private static final long[] SOME_ALIGNMENTS = {1, 8, 16, 32, 64, 4096};

    record Resize(int from, int to, long align) {}

    static Stream<Resize> resizes() {
        int[] sizes = {1, 8, 15, 16, 17, 100, 4000, 300_000};
        return Arrays.stream(SOME_ALIGNMENTS)
                .boxed()
                .flatMap(align -> Arrays.stream(sizes)
                        .boxed()
                        .flatMap(from -> Arrays.stream(sizes).mapToObj(to -> new Resize(from, to, align))));
    }

    @ParameterizedTest
    @MethodSource("alignments")
    void blocksHaveTheirAlignmentHoweverSmall(long align) {
        for (long size : new long[] {1, 2, 7, 8, 9, 16, 17, 100, 4097}) {
            List<Long> addresses = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                long address = i % 2 == 0
                        ? SystemAllocator.allocate(size, align)
                        : SystemAllocator.allocateZeroed(size, align);
                addresses.add(address);
                assertNotEquals(0, address);
                assertEquals(0, address % align, "alignment of " + size + " bytes");
            }
            addresses.forEach(address -> SystemAllocator.deallocate(address, size, align));
        }
    }

    @ParameterizedTest
    @MethodSource("resizes")
    void reallocationKeepsContentAndAlignment(Resize resize) {
        byte[] content = randomBytes(resize.from, 1);
        long old = allocate(content, resize.align);

        long address = SystemAllocator.reallocate(old, resize.from, resize.to, resize.align);

        assertNotEquals(0, address);
        assertEquals(0, address % resize.align);
        int kept = Math.min(resize.from, resize.to);
        assertArrayEquals(Arrays.copyOf(content, kept), read(address, kept));
        Memory.fill(address, resize.to, (byte) 1);
        SystemAllocator.deallocate(address, resize.to, resize.align);
    }

    @ParameterizedTest
    @MethodSource("alignments")
    void aSizeThatNoMachineHasIsRefusedWithZero(long align) {
        for (long size : HUGE) {
            assertEquals(0, SystemAllocator.allocate(size, align));
            assertEquals(0, SystemAllocator.allocateZeroed(size, align));
        }
    }

    @ParameterizedTest
    @MethodSource("alignments")
    void aFailedReallocationLeavesTheBlock(long align) {
        byte[] content = randomBytes(1000, 2);
        long address = allocate(content, align);
        for (long size : HUGE) {
            assertEquals(0, SystemAllocator.reallocate(address, 1000, size, align));
            assertArrayEquals(content, read(address, 1000));
        }
        SystemAllocator.deallocate(address, 1000, align);
    }

    @Test
    void usableSizeIsTheSizeAskedFor() {
        for (long align : SOME_ALIGNMENTS) {
            assertEquals(1, SystemAllocator.usableSize(1, align));
            assertEquals(4000, SystemAllocator.usableSize(4000, align));
        }
    }

    @Test
    void reallocateInplaceReturnsTheUsableSizeOfTheBlockAsItIs() {
        for (long align : SOME_ALIGNMENTS) {
            byte[] content = randomBytes(4000, 3);
            long address = allocate(content, align);
            long usable = SystemAllocator.usableSize(4000, align);

            assertEquals(usable, SystemAllocator.reallocateInplace(address, 4000, 4000, align));
            assertEquals(usable, SystemAllocator.reallocateInplace(address, 4000, 1 << 20, align));
            assertTrue(SystemAllocator.reallocateInplace(address, 4000, 100, align) >= 100);
            assertArrayEquals(content, read(address, 4000));
            SystemAllocator.deallocate(address, 4000, align);
        }
    }

    @Test
    void allocateZeroedZeroesMemoryThatWasUsedBefore() {
        for (long align : SOME_ALIGNMENTS) {
            for (int size : new int[] {1, 24, 1000, 200_000}) {
                for (int round = 0; round < 10; round++) {
                    long used = SystemAllocator.allocate(size, align);
                    Memory.fill(used, size, (byte) 0xFF);
                    SystemAllocator.deallocate(used, size, align);

                    long zeroed = SystemAllocator.allocateZeroed(size, align);
                    assertArrayEquals(new byte[size], read(zeroed, size), size + " bytes, align " + align);
                    SystemAllocator.deallocate(zeroed, size, align);
                }
            }
        }
    }

    private static long allocate(byte[] content, long align) {
        long address = SystemAllocator.allocate(content.length, align);
        assertNotEquals(0, address);
        Memory.copyFromArray(content, 0, address, content.length);
        return address;
    }

    private static byte[] read(long address, int bytes) {
        byte[] content = new byte[bytes];
        Memory.copyToArray(address, content, 0, bytes);
        return content;
    }

    private static byte[] randomBytes(int length, long seed) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}
