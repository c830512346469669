package dev.heapwright.foreign;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.invoke.MethodType.methodType;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.heapwright.adapters.testing.BlockLedger;
import dev.heapwright.adapters.testing.NothingLeaks;
import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** C functions accept segments of these arenas like those of any arena, and keep the arena open during the call. */
@ExtendWith(NothingLeaks.class)
// Calling C is restricted, and is what these tests are about.
@SuppressWarnings("restricted")
class NativeCallTest {
    private static final AddressLayout INT_POINTER = ADDRESS.withTargetLayout(MemoryLayout.sequenceLayout(1, JAVA_INT));

    /** Runs in the middle of a call of C. */
    private static volatile Runnable during = () -> {};

    static int compare(MemorySegment a, MemorySegment b) {
        during.run();
        return Integer.compare(a.get(JAVA_INT, 0), b.get(JAVA_INT, 0));
    }

    @ParameterizedTest
    @EnumSource
    void strlenReadsASegment(Arenas arenas) throws Throwable {
        MethodHandle strlen = function("strlen", FunctionDescriptor.of(JAVA_LONG, ADDRESS));
        try (Arena arena = arenas.open()) {
            assertEquals(10, (long) strlen.invokeExact(arena.allocateFrom("Heapwright")));
        }
    }

    @ParameterizedTest
    @EnumSource
    void qsortSortsASegmentByAJavaMethod(Arenas arenas) throws Throwable {
        try (Arena arena = arenas.open()) {
            MemorySegment numbers = arena.allocateFrom(JAVA_INT, 3, 1, 2);
            sort(numbers, arena);
            assertArrayEquals(new int[] {1, 2, 3}, numbers.toArray(JAVA_INT));
        }
    }

    @ParameterizedTest
    @EnumSource
    void anArenaCannotBeClosedWhileAFunctionUsesItsSegment(Arenas arenas) throws Throwable {
        try (Arena arena = arenas.open()) {
            MemorySegment numbers = arena.allocateFrom(JAVA_INT, 3, 1, 2);
            long live = BlockLedger.OF_HEAP.count();
            during = () -> assertThrows(IllegalStateException.class, arena::close);
            try {
                sort(numbers, arena);
            } finally {
                during = () -> {};
            }
            assertEquals(live, BlockLedger.OF_HEAP.count(), "nothing was freed");
            assertArrayEquals(new int[] {1, 2, 3}, numbers.toArray(JAVA_INT));
        }
    }

    @Test
    void noFunctionIsCalledWithASegmentOfAClosedArena() {
        MethodHandle strlen = function("strlen", FunctionDescriptor.of(JAVA_LONG, ADDRESS));
        MemorySegment segment;
        try (Arena arena = HeapArena.ofConfined()) {
            segment = arena.allocateFrom("Heapwright");
        }
        assertThrows(IllegalStateException.class, () -> strlen.invoke(segment));
    }

    private static void sort(MemorySegment numbers, Arena arena) throws Throwable {
        MethodHandle qsort = function("qsort", FunctionDescriptor.ofVoid(ADDRESS, JAVA_LONG, JAVA_LONG, ADDRESS));
        MethodHandle compare = MethodHandles.lookup()
                .findStatic(
                        NativeCallTest.class,
                        "compare",
                        methodType(int.class, MemorySegment.class, MemorySegment.class));
        MemorySegment pointer =
                linker().upcallStub(compare, FunctionDescriptor.of(JAVA_INT, INT_POINTER, INT_POINTER), arena);
        qsort.invokeExact(numbers, numbers.byteSize() / Integer.BYTES, (long) Integer.BYTES, pointer);
    }

    private static MethodHandle function(String name, FunctionDescriptor type) {
        return linker().downcallHandle(linker().defaultLookup().find(name).orElseThrow(), type);
    }

    private static Linker linker() {
        return Linker.nativeLinker();
    }
}
