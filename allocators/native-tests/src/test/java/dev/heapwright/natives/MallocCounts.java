package dev.heapwright.natives;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.heapwright.jemalloc.JemallocAllocator;
import dev.heapwright.memory.NativeLibrary;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.Optional;

/**
 * Counts what was taken from the C library and from jemalloc.
 *
 * @param jemalloc its function {@code mallctl}: of the process's jemalloc if there is one, else of the heap's own
 */
record MallocCounts(Optional<MethodHandle> jemalloc) {
    private static final Arena ARENA = Arena.global();

    /** glibc's {@code struct mallinfo2}: the blocks in use are the fields 4, mapped ones, and 7. */
    private static final MemoryLayout MALLINFO = MemoryLayout.structLayout(MemoryLayout.sequenceLayout(10, JAVA_LONG));

    private static final long MAPPED = 4 * Long.BYTES;
    private static final long IN_USE = 7 * Long.BYTES;

    /** Counts in this process, of which the heap is bound to jemalloc or not at all. */
    static MallocCounts inThisProcess(boolean bound) throws Throwable {
        MethodType type = MethodType.methodType(int.class, long.class, long.class, long.class, long.class, long.class);
        MemorySegment found = (MemorySegment) function("dlsym", FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS))
                .invokeExact(MemorySegment.NULL, ARENA.allocateFrom("je_mallctl"));
        if (!found.equals(MemorySegment.NULL)) {
            return new MallocCounts(Optional.of(linked(
                    found, FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG))));
        }
        return new MallocCounts(
                bound
                        ? Optional.of(NativeLibrary.load(JemallocAllocator.class, "jemalloc", Map.of())
                                .function("je_mallctl", type))
                        : Optional.empty());
    }

    /** {@return who has served an allocation of at least so many bytes, made by this thread} */
    String served(ProcessAllocations.Allocation allocation, long size) throws Throwable {
        long ofLibrary = ofCLibrary();
        long ofJemalloc = ofJemalloc();
        allocation.take();
        boolean byJemalloc = ofJemalloc() - ofJemalloc >= size;
        boolean byLibrary = ofCLibrary() - ofLibrary >= size;
        return byJemalloc == byLibrary ? "both or none" : byJemalloc ? "jemalloc" : "the C library";
    }

    private long ofJemalloc() throws Throwable {
        if (jemalloc.isEmpty()) {
            return 0;
        }
        MemorySegment value = ARENA.allocate(JAVA_LONG);
        MemorySegment size = ARENA.allocateFrom(JAVA_LONG, Long.BYTES);
        MemorySegment name = ARENA.allocateFrom("thread.allocated");
        int error = (int) jemalloc.get().invokeExact(name.address(), value.address(), size.address(), 0L, 0L);
        return error == 0 ? value.get(JAVA_LONG, 0) : -1;
    }

    private static long ofCLibrary() throws Throwable {
        MemorySegment info = (MemorySegment)
                function("mallinfo2", FunctionDescriptor.of(MALLINFO)).invokeExact((SegmentAllocator) ARENA);
        return info.get(JAVA_LONG, MAPPED) + info.get(JAVA_LONG, IN_USE);
    }

    private static MethodHandle function(String name, FunctionDescriptor type) {
        return linked(Linker.nativeLinker().defaultLookup().find(name).orElseThrow(), type);
    }

    @SuppressWarnings("restricted") // The program is started with native access.
    private static MethodHandle linked(MemorySegment symbol, FunctionDescriptor type) {
        return Linker.nativeLinker().downcallHandle(symbol, type);
    }
}
