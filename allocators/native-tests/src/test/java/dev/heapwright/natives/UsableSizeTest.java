package dev.heapwright.natives;

import static java.lang.invoke.MethodType.methodType;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.jemalloc.JemallocAllocator;
import dev.heapwright.memory.NativeLibrary;
import dev.heapwright.mimalloc.MimallocAllocator;
import java.lang.invoke.MethodHandle;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares the usable size computed from a size with the one that the library determines from the block. */
class UsableSizeTest {
    static LongStream alignments() {
        return LongStream.iterate(1, align -> align <= 1 << 20, align -> align << 1);
    }

    @ParameterizedTest
    @MethodSource("alignments")
    void forJemallocItIsTheSizeOfTheBlock(long align) throws Throwable {
        MethodHandle sallocx = NativeLibrary.load(JemallocAllocator.class, "jemalloc", Map.of())
                .function("je_sallocx", methodType(long.class, long.class, int.class));
        for (long size : sizes()) {
            long address = JemallocAllocator.allocate(size, align);
            long real = (long) sallocx.invokeExact(address, 0);
            assertEquals(real, JemallocAllocator.usableSize(size, align), size + " aligned to " + align);
            assertEquals(real, JemallocAllocator.usableSize(real, align), size + " aligned to " + align);
            JemallocAllocator.deallocate(address, real, align);
        }
    }

    @ParameterizedTest
    @MethodSource("alignments")
    void forMimallocItIsAtMostTheSizeOfTheBlock(long align) throws Throwable {
        MethodHandle usableSize = NativeLibrary.load(MimallocAllocator.class, "mimalloc", Map.of())
                .function("mi_usable_size", methodType(long.class, long.class));
        for (long size : sizes()) {
            long address = MimallocAllocator.allocate(size, align);
            long real = (long) usableSize.invokeExact(address);
            long usable = MimallocAllocator.usableSize(size, align);
            assertTrue(
                    size <= usable && usable <= real,
                    size + " aligned to " + align + " is usable to " + usable + " of " + real);
            MimallocAllocator.deallocate(address, usable, align);
        }
    }

    /** Around each power of two and between them, up to 64 MiB. */
    private static long[] sizes() {
        return LongStream.iterate(1, power -> power <= 64 << 20, power -> power << 1)
                .flatMap(power -> LongStream.of(power - 1, power, power + 1, power + power / 4, power + power / 2))
                .filter(size -> size > 0)
                .toArray();
    }
}
