package dev.heapwright.heap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An allocator that calls the heap through a service loader, which no build can see. */
class CircularCallTest {
    private static final String GLUE = """
            package com.acme;

            public final class Glue extends dev.heapwright.heap.Binding {
                public Glue() {
                    super("com.acme.JournalingAllocator", "1.0", "linked explicitly");
                }

                protected long allocate(long size, long align) {
                    return journal().getAsLong() + deep(size);
                }

                private static java.util.function.LongSupplier journal() {
                    return java.util.ServiceLoader.load(java.util.function.LongSupplier.class, Glue.class.getClassLoader())
                            .iterator()
                            .next();
                }

                private static long deep(long size) {
                    return size == 77 ? 1 + deep(size) : 0;
                }

                protected void deallocate(long address, long oldSize, long align) {}

                protected long reallocate(long address, long oldSize, long size, long align) {
                    return allocate(size, align);
                }

                protected long reallocateInplace(long address, long oldSize, long size, long align) {
                    return oldSize;
                }

                protected long usableSize(long size, long align) {
                    return size;
                }
            }
            """;

    private static final String JOURNAL = """
            package com.acme;

            public final class Journal implements java.util.function.LongSupplier {
                public Journal() {
                    %s
                }

                public long getAsLong() {
                    return 64;
                }
            }
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    Path folder;

    @BeforeEach
    void registerTheJournal() throws Exception {
        Path services = folder.resolve("META-INF/services");
        Files.createDirectories(services);
        Files.writeString(services.resolve("java.util.function.LongSupplier"), "com.acme.Journal\n");
    }

    @Test
    void circularCallsAreReportedInsteadOfTheStackOverflowOrItsWrapper() throws Exception {
        Program.artifact(
                folder, "com.acme.Glue\n", GLUE, JOURNAL.formatted("dev.heapwright.heap.Heap.allocate(8, 8);"));
        try (Program program = Program.of(folder)) {
            String expected = """
                    dev.heapwright.heap.BindingError: [Heapwright/CircularDependency] circular dependency: allocator com.acme.JournalingAllocator calls the heap bound to it
                        until the stack overflowed; one iteration, without frames of java.base
                          at com.acme.Journal.<init>(Journal.java:5)
                          at com.acme.Glue.journal(Glue.java:15)
                          at com.acme.Glue.allocate(Glue.java:9)
                          at dev.heapwright.heap.Heap.FUNCTION
                      help: an allocator may only use code that needs no allocator; get memory from dev.heapwright.memory.CHeap instead
                      more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=CircularDependency""";
            for (int i = 0; i < 2; i++) {
                assertEquals(
                        expected,
                        program.call("allocate", 8L, 8L)
                                .replaceAll("app//|(?<= at )\\w*//", "")
                                .replaceAll("Heap\\.allocate\\(Heap.java:\\d+\\)", "Heap.FUNCTION"));
            }
            assertTrue(program.call("allocateZeroed", 8L, 8L).contains("[Heapwright/CircularDependency]"));
            assertTrue(program.call("reallocate", 8L, 8L, 8L, 8L).contains("[Heapwright/CircularDependency]"));
        }
    }

    @Test
    void aStackOverflowThatDoesNotInvolveTheHeapIsRethrown() throws Exception {
        Program.artifact(folder, "com.acme.Glue\n", GLUE, JOURNAL.formatted(""));
        try (Program program = Program.of(folder)) {
            assertEquals("64", program.call("allocate", 8L, 8L));
            assertEquals("java.lang.StackOverflowError", program.call("allocate", 77L, 8L));
        }
    }
}
