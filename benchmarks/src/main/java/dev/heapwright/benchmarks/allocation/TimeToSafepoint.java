package dev.heapwright.benchmarks.allocation;

import dev.heapwright.memory.Memory;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The time to safepoint while one thread allocates large blocks, touches their pages and frees them, in ms: with
 * critical calls of jemalloc, which delay it, and through the heap, which uses critical calls only for small blocks.
 */
public final class TimeToSafepoint {
    private static final int SAFEPOINTS = 100;
    private static final Pattern REACHED = Pattern.compile("Reaching safepoint:\\s+(\\d+) ns");

    private TimeToSafepoint() {}

    /** The program that is started: the arguments are {@code critical} or {@code heap}, and a size. */
    public static void main(String[] arguments) throws Exception {
        long size = Long.parseLong(arguments[1]);
        AddressSubject subject = arguments[0].equals("critical") ? new DirectJemalloc() : new HeapSubject();
        Thread allocating = Thread.ofPlatform().daemon().start(() -> {
            while (true) {
                long address = subject.allocate(size);
                touch(address, size);
                subject.deallocate(address, size);
            }
        });
        Thread.sleep(1000);
        for (int i = 0; i < SAFEPOINTS && allocating.isAlive(); i++) {
            // Getting all stacks requires a safepoint.
            if (Thread.getAllStackTraces().isEmpty()) {
                throw new AssertionError("no threads");
            }
            Thread.sleep(20);
        }
    }

    /** Adds the longest and the median time. */
    static void measure(String title, String how, long size, Measurements to) throws IOException, InterruptedException {
        String log = new SubjectJvm(Subjects.HEAP_JEMALLOC)
                .run(List.of("-Xlog:safepoint"), TimeToSafepoint.class, how, Long.toString(size));
        double[] times = REACHED.matcher(log)
                .results()
                .mapToDouble(reached -> Long.parseLong(reached.group(1)) / 1e6)
                .sorted()
                .toArray();
        String block = (size >> 20) + " MiB";
        to.add(title, block + ", median", times[times.length / 2]);
        to.add(title, block + ", longest", Arrays.stream(times).max().orElseThrow());
    }

    private static void touch(long address, long size) {
        for (long offset = 0; offset < size; offset += 4096) {
            Memory.putByte(address + offset, (byte) 1);
        }
    }
}
