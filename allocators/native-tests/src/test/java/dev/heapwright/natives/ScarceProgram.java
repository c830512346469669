package dev.heapwright.natives;

import dev.heapwright.heap.Heap;
import dev.heapwright.jemalloc.JemallocAllocator;
import dev.heapwright.memory.CHeap;
import dev.heapwright.memory.Memory;
import dev.heapwright.memory.NativeUnavailableError;
import dev.heapwright.memory.OrderedMemory;
import dev.heapwright.mimalloc.MimallocAllocator;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A program that allocates for the first time while a resource is exhausted, prints what that throws, and allocates
 * again once there is enough of it.
 */
final class ScarceProgram {
    private static boolean allocated;

    private ScarceProgram() {}

    public static void main(String[] arguments) throws Exception {
        Runnable use = switch (arguments[1]) {
            case "heap" -> () -> touch(Heap.allocate(64, 8), Heap.allocate(1 << 20, 8));
            case "jemalloc" -> () -> touch(JemallocAllocator.allocate(64, 8), JemallocAllocator.allocate(1 << 20, 8));
            case "mimalloc" -> () -> touch(MimallocAllocator.allocate(64, 8), MimallocAllocator.allocate(1 << 20, 8));
            case "free" -> ScarceProgram::freeWithoutJavaHeap;
            case "free-20", "free-110" ->
                () -> freeForTheFirstTime(Integer.parseInt(arguments[1].substring("free-".length())));
            case "system" -> () -> touch(CHeap.malloc(64), CHeap.malloc(1 << 20));
            default -> throw new IllegalArgumentException(arguments[1]);
        };
        switch (arguments[0]) {
            case "stack" -> {
                Thread deep = new Thread(null, () -> onEachFrame(use), "deep", 512 << 10);
                deep.start();
                deep.join();
            }
            case "java-heap" -> withoutJavaHeap(use);
            case "handles" -> withoutHandles(use);
            case "unused" -> {}
            case "used" -> JemallocAllocator.deallocate(JemallocAllocator.allocate(64, 8), 64, 8);
            default -> throw new IllegalArgumentException(arguments[0]);
        }
        use.run();
        System.out.println("allocated");
    }

    private static void touch(long small, long large) {
        Memory.putLong(small, 1);
        Memory.copy(small, large, 8);
        if (OrderedMemory.getLongAcquire(large) != 1) {
            throw new AssertionError("not what was written");
        }
    }

    /** From the end of the stack, frame by frame, until there is enough. */
    private static void onEachFrame(Runnable use) {
        try {
            if (!allocated) {
                onEachFrame(use);
            }
        } catch (StackOverflowError e) {
            // That was the last frame.
        }
        if (!allocated) {
            try {
                use.run();
                allocated = true;
            } catch (StackOverflowError e) {
                // Not enough yet.
            }
        }
    }

    /** From a full Java heap, with 32 KB more each time, until there is enough. */
    private static void withoutJavaHeap(Runnable use) {
        Deque<byte[]> blocks = new ArrayDeque<>(1 << 12);
        try {
            while (true) {
                blocks.add(new byte[32 << 10]);
            }
        } catch (OutOfMemoryError e) {
            // It is full.
        }
        while (!allocated) {
            try {
                use.run();
                allocated = true;
            } catch (OutOfMemoryError e) {
                if (blocks.poll() == null) {
                    throw e;
                }
            }
        }
    }

    /** Frees blocks of several sizes when there is hardly room for an object. */
    private static void freeWithoutJavaHeap() {
        // Of other sizes, until the JDK's own part of a native call needs no objects any more.
        free(allocated(3000, 20_000), 3000);
        long[] blocks = allocated(16, 20_000);
        Deque<byte[]> full = filled();
        free(blocks, 16);
        if (full.size() < 2) {
            throw new AssertionError("it was never full");
        }
    }

    /** Frees blocks when none was ever freed. */
    private static void freeForTheFirstTime(int number) {
        long[] blocks = allocated(16, number);
        Deque<byte[]> full = filled();
        Object[] last = {};
        try {
            while (true) {
                last = new Object[] {last};
            }
        } catch (OutOfMemoryError e) {
            // There is no room for anything.
        }
        free(blocks, 16);
        if (full.size() < 2 || last.length == 0) {
            throw new AssertionError("it was never full");
        }
    }

    private static Deque<byte[]> filled() {
        Deque<byte[]> full = new ArrayDeque<>(1 << 16);
        for (int size = 32 << 10; size >= 512; size /= 2) {
            try {
                while (true) {
                    full.add(new byte[size]);
                }
            } catch (OutOfMemoryError e) {
                // It is full, but for smaller ones.
            }
        }
        return full;
    }

    private static long[] allocated(long smallest, int number) {
        long[] blocks = new long[number];
        for (int i = 0; i < blocks.length; i++) {
            blocks[i] = JemallocAllocator.allocate(size(i, smallest), 8);
        }
        return blocks;
    }

    private static void free(long[] blocks, long smallest) {
        for (int i = 0; i < blocks.length; i++) {
            JemallocAllocator.deallocate(blocks[i], size(i, smallest), 8);
        }
    }

    private static long size(int block, long smallest) {
        return smallest + 100L * (block % 7);
    }

    private static void withoutHandles(Runnable use) throws IOException {
        File file = new File(System.getProperty("java.home"), "release");
        List<FileInputStream> opened = new ArrayList<>();
        String thrown;
        try {
            while (true) {
                opened.add(new FileInputStream(file));
            }
        } catch (IOException e) {
            thrown = thrown(use);
        }
        for (FileInputStream each : opened) {
            each.close();
        }
        System.out.println(thrown);
    }

    private static String thrown(Runnable use) {
        try {
            use.run();
            return "nothing";
        } catch (NativeUnavailableError e) {
            return String.valueOf(e.getMessage());
        }
    }
}
