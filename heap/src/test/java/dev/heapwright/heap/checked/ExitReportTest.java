package dev.heapwright.heap.checked;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.memory.Memory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExitReportTest {
    private final MallocBinding heap = new MallocBinding(1_000_000);

    @Test
    void ifEverythingWasFreedTheReportIsEmpty() {
        heap.deallocate(heap.allocate(8, 8), 8, 8);
        assertEquals("", report(heap));
    }

    @Test
    void leaksAreReportedByPlaceTheLargestFirst() {
        heap.deallocate(heap.allocate(1000, 8), 1000, 8);
        large();
        for (int i = 0; i < 3; i++) {
            small();
        }
        assertEquals("""
                [Heapwright/Leak] 4 blocks (130 bytes) not freed when the program ended
                    1 block (100 bytes), allocated
                      at ExitReportTest.large
                    3 blocks (30 bytes), allocated
                      at ExitReportTest.small
                  help: free each block when it is no longer used; blocks meant to live until the end are reported, too
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=Leak
                """, report(heap));
    }

    @Test
    void threadsThatStillRunAreNamed() {
        large();
        assertEquals("""
                [Heapwright/Leak] 1 block (100 bytes) not freed when the program ended
                    1 block (100 bytes), allocated
                      at ExitReportTest.large
                    still running, and may free some: drain, pool
                  help: free each block when it is no longer used; blocks meant to live until the end are reported, too
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=Leak""", MisuseFixture.shown(heap.exitReport().text(List.of("drain", "pool"))));
    }

    @Test
    void ofManyPlacesTheFirstTenAreReportedAndTheOthersCounted() {
        List<LongSupplier> places = List.of(
                () -> heap.allocate(10, 8),
                () -> heap.allocate(11, 8),
                () -> heap.allocate(12, 8),
                () -> heap.allocate(13, 8),
                () -> heap.allocate(14, 8),
                () -> heap.allocate(15, 8),
                () -> heap.allocate(16, 8),
                () -> heap.allocate(17, 8),
                () -> heap.allocate(18, 8),
                () -> heap.allocate(19, 8),
                () -> heap.allocate(20, 8),
                () -> heap.allocate(21, 8));
        assertEquals(
                12,
                places.stream().mapToLong(LongSupplier::getAsLong).distinct().count());
        List<String> expected = new ArrayList<>();
        expected.add("[Heapwright/Leak] 12 blocks (186 bytes) not freed when the program ended");
        IntStream.range(0, 10).forEach(i -> expected.add("    1 block (" + (21 - i) + " bytes), allocated"));
        expected.add("    ... and 2 blocks (21 bytes), allocated at 2 more places");
        assertEquals(
                expected,
                report(heap)
                        .lines()
                        .filter(line -> !line.matches(" +at .*|  \\w+: .*"))
                        .toList());
    }

    @Test
    void aDamagedFenceThatNoCallHasDetectedIsReported() {
        long block = large();
        Memory.putByte(block + 100, (byte) 42);
        assertEquals("""
                [Heapwright/Overrun] a write past the end of a block of 100 bytes
                    the byte at offset 100 was set to 0x2a; found at exit
                    the block: 100 bytes aligned to 8 at 0x…, allocated
                      at ExitReportTest.large
                  help: look for an index or a length that is too large in code that used the block before
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=Overrun
                [Heapwright/Leak] 1 block (100 bytes) not freed when the program ended
                    1 block (100 bytes), allocated
                      at ExitReportTest.large
                  help: free each block when it is no longer used; blocks meant to live until the end are reported, too
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=Leak
                """, report(heap));
    }

    @Test
    void aWriteToABlockInQuarantineIsReported() {
        long block = large();
        heap.deallocate(block, 100, 8);
        Memory.putByte(block + 99, (byte) 42);
        assertEquals("""
                [Heapwright/UseAfterFree] a write to a block of 100 bytes after it was freed
                    the byte at offset 99 was set to 0x2a; found at exit
                    the block: 100 bytes aligned to 8 at 0x…, allocated
                      at ExitReportTest.large
                    freed
                      at ExitReportTest.aWriteToABlockInQuarantineIsReported
                  help: look for code that kept the block's address after it was freed
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=UseAfterFree
                """, report(heap));
    }

    @Test
    void ofManyWritesTheFirstTenAreReportedAndTheOthersCounted() {
        for (int i = 0; i < 12; i++) {
            long block = small();
            heap.deallocate(block, 10, 8);
            Memory.putByte(block, (byte) 42);
        }
        List<String> lines = report(heap).lines().toList();
        assertEquals(10, lines.stream().filter(line -> line.startsWith("[")).count());
        assertEquals("... and 2 more like that", lines.get(lines.size() - 1));
    }

    @Test
    void afterTheReportNoMemoryIsReturnedToTheAllocator() {
        report(heap);
        long given = heap.given();
        heap.deallocate(heap.allocate(2_000_000, 8), 2_000_000, 8);
        heap.allocate(1, 8);
        assertEquals(given + 2_000_000 + 1 + 4 * TrackedBlock.FENCE, heap.given());
    }

    /** As when the exec plugin has run the program in Maven's own JVM, on Java 17. */
    @Test
    void theReportIsMadeEvenIfTheProgramsClassLoaderIsClosedAndItsThreadGroupDestroyed(@TempDir Path folder)
            throws Exception {
        String errors = CheckedProgram.errorsOf(folder, """
                package com.acme;

                import dev.heapwright.heap.Heap;
                import dev.heapwright.memory.Memory;
                import java.net.*;
                import java.nio.file.Path;
                import java.util.*;

                public final class Main {
                    @SuppressWarnings("removal")
                    public static void main(String[] args) throws Exception {
                        List<URL> classPath = new ArrayList<>();
                        for (String path : System.getProperty("java.class.path").split(":|;(?=.:)")) {
                            classPath.add(Path.of(path).toUri().toURL());
                        }
                        try (var loader = new URLClassLoader(classPath.toArray(URL[]::new), null)) {
                            Class<?> program = loader.loadClass("com.acme.Main$Program");
                            ThreadGroup group = new ThreadGroup("program");
                            Thread thread = new Thread(group, (Runnable) program.getConstructor().newInstance());
                            thread.start();
                            thread.join();
                            group.destroy();
                        }
                    }

                    public static final class Program implements Runnable {
                        @Override
                        public void run() {
                            Memory.putLong(Heap.allocate(64, 8) + 64, 42);
                            long freed = Heap.allocate(64, 8);
                            Heap.deallocate(freed, 64, 8);
                            Memory.putLong(freed, 42);
                        }
                    }
                }
                """);
        assertEquals(
                List.of("[Heapwright/UseAfterFree]", "[Heapwright/Overrun]", "[Heapwright/Leak]"),
                errors.lines()
                        .filter(line -> !line.startsWith(" "))
                        .map(line -> line.replaceFirst(" .*", ""))
                        .toList(),
                errors);
    }

    private long large() {
        return heap.allocate(100, 8);
    }

    private long small() {
        return heap.allocate(10, 8);
    }

    /** {@return the report when the program ends, normalised by {@link MisuseTest#shown}} */
    static String report(CheckedBinding heap) {
        String text = heap.exitReport().text(List.of());
        return text.isEmpty() ? "" : MisuseFixture.shown(text) + "\n";
    }
}
