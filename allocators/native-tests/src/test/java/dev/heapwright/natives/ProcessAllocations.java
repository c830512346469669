package dev.heapwright.natives;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** Asks the allocator of this process, jemalloc or mimalloc, what was taken from it. */
enum ProcessAllocations {
    JEMALLOC {
        @Override
        boolean serves(Allocation allocation, long size) throws Throwable {
            long before = allocatedByThread();
            allocation.take();
            return allocatedByThread() - before >= size;
        }
    },
    MIMALLOC {
        @Override
        boolean serves(Allocation allocation, long size) throws Throwable {
            return (boolean) function("mi_is_in_heap_region", FunctionDescriptor.of(JAVA_BOOLEAN, JAVA_LONG))
                    .invokeExact(allocation.take());
        }
    };

    private static final Arena ARENA = Arena.global();

    /** Takes memory, and returns the address of a block of it. */
    @FunctionalInterface
    interface Allocation {
        long take() throws Throwable;
    }

    /** Whether an allocation, made by this thread, takes at least so many bytes from the allocator of this process. */
    abstract boolean serves(Allocation allocation, long size) throws Throwable;

    /** Of its own blocks, an allocator knows the size; another one would look for it in the wrong place. */
    static long usableSize(long address) throws Throwable {
        return (long) function("malloc_usable_size", FunctionDescriptor.of(JAVA_LONG, JAVA_LONG))
                .invokeExact(address);
    }

    /** In bytes, as jemalloc counts them. */
    private static long allocatedByThread() throws Throwable {
        MethodHandle mallctl =
                function("je_mallctl", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS, JAVA_LONG));
        MemorySegment value = ARENA.allocate(JAVA_LONG);
        MemorySegment size = ARENA.allocateFrom(JAVA_LONG, Long.BYTES);
        MemorySegment name = ARENA.allocateFrom("thread.allocated");
        int error = (int) mallctl.invokeExact(name, value, size, MemorySegment.NULL, 0L);
        return error == 0 ? value.get(JAVA_LONG, 0) : -error;
    }

    /** A function of the process, wherever it is: {@code Linker.defaultLookup()} finds only those of the C library. */
    @SuppressWarnings("restricted") // The program is started with native access.
    private static MethodHandle function(String name, FunctionDescriptor type) throws Throwable {
        Linker linker = Linker.nativeLinker();
        MethodHandle dlsym = linker.downcallHandle(
                linker.defaultLookup().find("dlsym").orElseThrow(), FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS));
        MemorySegment found = (MemorySegment) dlsym.invokeExact(MemorySegment.NULL, ARENA.allocateFrom(name));
        if (found.equals(MemorySegment.NULL)) {
            throw new LinkageError("not in this process: " + name);
        }
        return linker.downcallHandle(found, type);
    }
}
