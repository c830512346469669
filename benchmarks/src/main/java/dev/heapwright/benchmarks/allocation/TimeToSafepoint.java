package dev.heapwright.benchmarks.allocation;

import static dev.heapwright.benchmarks.allocation.Downcalls.INT;
import static dev.heapwright.benchmarks.allocation.Downcalls.LONG;

import dev.heapwright.heap.Heap;
import dev.heapwright.memory.Memory;
import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How long a safepoint is waited for while one thread allocates large blocks, touches their pages and frees them, in ms:
 * by critical calls of jemalloc, which delay it, and through the heap, which calls critically for small blocks only.
 */
public final class TimeToSafepoint {
    private static final int SAFEPOINTS = 100;
    private static final Pattern REACHED = Pattern.compile("Reaching safepoint:\\s+(\\d+) ns");

    private TimeToSafepoint() {}

    /** The program that is started: the arguments are {@code critical} or {@code heap}, and a size. */
    public static void main(String[] arguments) throws Exception {
        long size = Long.parseLong(arguments[1]);
        boolean critical = arguments[0].equals("critical");
        Thread allocating = Thread.ofPlatform().daemon().start(() -> {
            try {
                if (critical) {
                    criticalCalls(size);
                } else {
                    heapCalls(size);
                }
            } catch (Throwable e) {
                throw new AssertionError(e);
            }
        });
        Thread.sleep(1000);
        for (int i = 0; i < SAFEPOINTS && allocating.isAlive(); i++) {
            // To see all stacks, all threads must stand still.
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

    private static void criticalCalls(long size) throws Throwable {
        SymbolLookup jemalloc = Downcalls.library("jemalloc");
        MethodHandle malloc = critical(jemalloc, "je_mallocx", FunctionDescriptor.of(LONG, LONG, INT));
        MethodHandle free = critical(jemalloc, "je_sdallocx", FunctionDescriptor.ofVoid(LONG, LONG, INT));
        while (true) {
            long address = (long) malloc.invokeExact(size, 0);
            touch(address, size);
            free.invokeExact(address, size, 0);
        }
    }

    private static MethodHandle critical(SymbolLookup library, String name, FunctionDescriptor type) {
        return Linker.nativeLinker()
                .downcallHandle(library.find(name).orElseThrow(), type, Linker.Option.critical(false));
    }

    private static void heapCalls(long size) {
        while (true) {
            long address = Heap.allocate(size, 8);
            touch(address, size);
            Heap.deallocate(address, size, 8);
        }
    }

    private static void touch(long address, long size) {
        for (long offset = 0; offset < size; offset += 4096) {
            Memory.putByte(address + offset, (byte) 1);
        }
    }
}
