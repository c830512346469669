package dev.heapwright.memory;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.util.Map;
import java.util.OptionalLong;

/** glibc's {@code mallinfo2}, which returns a structure of ten numbers. */
final class ForeignMallocInfo {
    private static final StructLayout NUMBERS = MemoryLayout.structLayout(
            JAVA_LONG.withName("arena"),
            MemoryLayout.sequenceLayout(3, JAVA_LONG),
            JAVA_LONG.withName("hblkhd"),
            MemoryLayout.sequenceLayout(2, JAVA_LONG),
            JAVA_LONG.withName("uordblks"),
            JAVA_LONG.withName("fordblks"),
            JAVA_LONG.withName("keepcost"));

    private ForeignMallocInfo() {}

    /** {@return the numbers that users may want to see; none if the C library has no such function} */
    @SuppressWarnings("restricted") // If native access is denied, there is no heap either.
    static Map<String, Long> read() {
        OptionalLong function = ForeignLinker.systemSymbols().find("mallinfo2");
        if (function.isEmpty()) {
            return Map.of();
        }
        MethodHandle mallinfo2 = Linker.nativeLinker()
                .downcallHandle(MemorySegment.ofAddress(function.getAsLong()), FunctionDescriptor.of(NUMBERS));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment numbers = (MemorySegment) mallinfo2.invokeExact((SegmentAllocator) arena);
            return Map.of(
                    "arenas", number(numbers, "arena"),
                    "mapped", number(numbers, "hblkhd"),
                    "used", number(numbers, "uordblks"),
                    "free", number(numbers, "fordblks"));
        } catch (Throwable thrown) {
            throw Handles.rethrown(thrown);
        }
    }

    private static long number(MemorySegment numbers, String name) {
        return numbers.get(JAVA_LONG, NUMBERS.byteOffset(MemoryLayout.PathElement.groupElement(name)));
    }
}
