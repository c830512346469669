package dev.heapwright.heap.observed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a program has allocated and freed, which is exact when it is quiet. */
class CountsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    Path folder;

    @Test
    void allBytesAreCounted() throws Exception {
        assertEquals("1300 allocated, 1200 freed, 100 live", counts("""
                long a = Heap.allocate(1000, 8);
                long b = Heap.allocateZeroed(100, 64);
                Heap.deallocate(a, 1000, 8);
                Heap.deallocate(Heap.allocate(200, 8), 200, 8);
                """));
    }

    @Test
    void aResizedBlockIsFreedAndAllocated() throws Exception {
        assertEquals("23000 allocated, 11000 freed, 12000 live", counts("""
                long block = Heap.allocate(1000, 8);
                block = Heap.reallocate(block, 1000, 10000, 8);
                if (!Heap.resizeInplace(block, 10000, 12000, 8)) {
                    throw new AssertionError();
                }
                """));
    }

    @Test
    void whatTheAllocatorDidNotDoIsNotCounted() throws Exception {
        assertEquals("100 allocated, 0 freed, 100 live", counts("""
                long block = Heap.allocate(100, 8);
                try {
                    Heap.allocate(1 << 30, 8);
                } catch (OutOfMemoryError expected) {
                }
                try {
                    Heap.reallocate(block, 100, 1 << 30, 8);
                } catch (OutOfMemoryError expected) {
                }
                if (Heap.resizeInplace(block, 100, 1 << 20, 8)) {
                    throw new AssertionError();
                }
                """));
    }

    @Test
    void theUsableSizeIsTheRequestedOne() throws Exception {
        assertEquals("17 allocated, 17 freed, 0 live", counts("""
                long block = Heap.allocate(17, 8);
                Heap.deallocate(block, Heap.usableSize(17, 8), 8);
                """));
    }

    @Test
    void blocksThatOtherThreadsFreeAreCountedAlsoWhenTheThreadsHaveEnded() throws Exception {
        assertEquals(
                "144000000 allocated, 143999000 freed, 1000 live",
                counts(threads("Thread thread = new Thread(task);")));
    }

    @Test
    void whatManyThreadsDidOneAfterTheOtherIsAddedUp() throws Exception {
        assertEquals("10000 allocated, 0 freed, 10000 live", counts("""
                for (int i = 0; i < 100; i++) {
                    Thread thread = new Thread(() -> Heap.allocate(100, 8));
                    thread.start();
                    thread.join();
                }
                """));
    }

    @Test
    void virtualThreadsShareCounts() throws Exception {
        // On Java 17, all threads do.
        assertEquals(
                "144000000 allocated, 143999000 freed, 1000 live", counts(threads("Thread thread = virtual(task);")));
    }

    private static String threads(String create) {
        return """
                List<Thread> threads = new ArrayList<>();
                for (int i = 0; i < 30; i++) {
                    Runnable task = () -> {
                        long[] blocks = new long[100];
                        for (int j = 0; j < 48000; j++) {
                            long block = Heap.allocate(100, 8);
                            int place = j % 100;
                            if (blocks[place] != 0) {
                                Heap.deallocate(blocks[place], 100, 8);
                            }
                            blocks[place] = block;
                        }
                        synchronized (Main.class) {
                            for (long block : blocks) {
                                left.add(block);
                            }
                        }
                    };
                    CREATE
                    threads.add(thread);
                    thread.start();
                }
                for (Thread thread : threads) {
                    thread.join();
                }
                left.subList(10, left.size()).forEach(block -> Heap.deallocate(block, 100, 8));
                """.replace("CREATE", create);
    }

    private String counts(String body) throws Exception {
        return ObservedProgram.output(folder, """
                static final List<Long> left = new ArrayList<>();

                static Thread virtual(Runnable task) throws Exception {
                    try {
                        Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
                        return (Thread) Class.forName("java.lang.Thread$Builder")
                                .getMethod("unstarted", Runnable.class)
                                .invoke(builder, task);
                    } catch (NoSuchMethodException e) {
                        return new Thread(task);
                    }
                }

                public static void main(String[] arguments) throws Exception {
                    BODY
                    HeapCounts counts = observed().counts();
                    System.out.print(counts.allocatedBytes() + " allocated, " + counts.freedBytes() + " freed, "
                            + counts.liveBytes() + " live");
                }
                """.replace("BODY", body));
    }
}
