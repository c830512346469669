package dev.heapwright.benchmarks.allocation;

import dev.heapwright.heap.Heap;
import dev.heapwright.memory.Memory;
import java.io.IOException;
import java.util.SplittableRandom;

/**
 * A program that uses the heap like a cache: one in four operations replaces an entry with one of another size and
 * writes it, the others read an entry. It prints the time for a million operations, in ms, in the fastest of ten
 * rounds, and the largest resident set of the process, in MiB.
 */
public final class Cache {
    private static final int ENTRIES = 20_000;
    private static final int OPERATIONS = 1_000_000;
    private static final int ROUNDS = 10;
    private static final int OPERATIONS_PER_REPLACED = 4;
    private static final int SMALLEST = 128;
    private static final int LARGEST = 2048;
    private static final long ALIGNMENT = 8;

    private final long[] addresses = new long[ENTRIES];
    private final int[] sizes = new int[ENTRIES];
    private final SplittableRandom random = new SplittableRandom(1);
    private long sum;

    private Cache() {}

    /** The program that is started. */
    public static void main(String[] arguments) throws IOException {
        Cache cache = new Cache();
        for (int entry = 0; entry < ENTRIES; entry++) {
            cache.replace(entry);
        }
        double fastest = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            for (int i = 0; i < OPERATIONS; i++) {
                cache.operate(i);
            }
            fastest = Math.min(fastest, (System.nanoTime() - start) / 1e6);
        }
        for (int entry = 0; entry < ENTRIES; entry++) {
            Heap.deallocate(cache.addresses[entry], cache.sizes[entry], ALIGNMENT);
        }
        System.out.printf("%.1f %.1f %d%n", fastest, PeakMemory.mebibytes(), cache.sum);
    }

    private void operate(int operation) {
        int entry = random.nextInt(ENTRIES);
        if (operation % OPERATIONS_PER_REPLACED == 0) {
            replace(entry);
        } else {
            sum += read(addresses[entry], sizes[entry]);
        }
    }

    private void replace(int entry) {
        if (addresses[entry] != 0) {
            Heap.deallocate(addresses[entry], sizes[entry], ALIGNMENT);
        }
        int size = SMALLEST + random.nextInt(LARGEST - SMALLEST) / Long.BYTES * Long.BYTES;
        long address = Heap.allocate(size, ALIGNMENT);
        Memory.fill(address, size, (byte) entry);
        addresses[entry] = address;
        sizes[entry] = size;
    }

    private static long read(long address, int size) {
        long sum = 0;
        for (int offset = 0; offset < size; offset += Long.BYTES) {
            sum += Memory.getLong(address + offset);
        }
        return sum;
    }
}
