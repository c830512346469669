package dev.heapwright.heap.checked;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StacksTest {
    private static final String TWICE = """
            package com.acme;

            import dev.heapwright.heap.Heap;

            public final class Main {
                public static void main(String[] args) {
                    for (int i = 0; i < 70_000; i++) {
                        Heap.deallocate(Heap.allocate(8, 8), 8, 8);
                    }
                    // One of the last sixteen at the least is not recorded.
                    for (int i = 0; i < 16; i++) {
                        long block = Heap.allocate(8, 8);
                        Heap.deallocate(block, 8, 8);
                        try {
                            Heap.deallocate(block, 8, 8);
                        } catch (Error e) {
                            System.err.println(e.getMessage());
                        }
                    }
                }
            }
            """;
    private static final String NOT_RECORDED =
            "    freed\n      at a place that was not recorded; set -Dheapwright.checked.stacks=all to record all\n";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    Path folder;

    @Test
    void byDefaultEachAllocationAndTheFirstFreesAndThenSomeAreRecorded() {
        Stacks stacks = Stacks.of("");
        assertEquals(100, recorded(100, stacks::recordsAllocation));
        assertEquals(Stacks.FIRST_RETURNS, recorded(Stacks.FIRST_RETURNS, stacks::recordsReturn));
        assertEquals(10, recorded(10 * Stacks.LATER_RETURNS, stacks::recordsReturn));
    }

    @Test
    void withAllEveryCallIsRecorded() {
        Stacks stacks = Stacks.of("all");
        assertEquals(100, recorded(100, stacks::recordsAllocation));
        assertEquals(2 * Stacks.FIRST_RETURNS, recorded(2 * Stacks.FIRST_RETURNS, stacks::recordsReturn));
    }

    @Test
    void withANumberOneInThatManyIsRecorded() {
        Stacks stacks = Stacks.of("10");
        assertEquals(10, recorded(100, stacks::recordsAllocation));
        assertEquals(10, recorded(100, stacks::recordsReturn));
    }

    @Test
    void otherValuesAreIgnored() {
        for (String text : List.of("0", "-1", "ten", "1000000000", "ALL")) {
            assertEquals(100, recorded(100, Stacks.of(text)::recordsAllocation), text);
        }
    }

    @Test
    void aDoubleFreeSaysIfThePlaceWasNotRecorded() throws Exception {
        assertTrue(CheckedProgram.errorsOf(folder, TWICE).contains(NOT_RECORDED));
    }

    @Test
    void ifConfiguredEachFreeHasItsPlace() throws Exception {
        String errors = CheckedProgram.errorsOf(folder, TWICE, "-Dheapwright.checked.stacks=all");
        assertEquals(16, errors.split("freed\n      at com\\.acme\\.Main\\.main", -1).length - 1, errors);
    }

    private static long recorded(int calls, BooleanSupplier recorded) {
        return IntStream.range(0, calls).filter(call -> recorded.getAsBoolean()).count();
    }
}
