package dev.heapwright.natives;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.heapwright.system.SystemAllocator;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.Field;
import java.nio.ByteBuffer;
import java.util.function.LongSupplier;

/** A program that takes blocks of a megabyte in several ways, and prints whether they came from the process's allocator. */
final class PrintServed {
    private static final int SIZE = 1_000_000;
    private static final Arena ARENA = Arena.global();

    private PrintServed() {}

    public static void main(String[] arguments) throws Throwable {
        boolean isJemalloc = arguments[0].equals("jemalloc");
        print("Unsafe", isJemalloc, unsafe());
        print(
                "allocateDirect",
                isJemalloc,
                () -> MemorySegment.ofBuffer(ByteBuffer.allocateDirect(SIZE)).address());
        print("Arena", isJemalloc, () -> ARENA.allocate(SIZE).address());
        print("SystemAllocator", isJemalloc, () -> SystemAllocator.allocate(SIZE, 16));
        long usable = usableSize(SystemAllocator.allocate(SIZE, 16));
        System.out.println("malloc_usable_size " + (usable >= SIZE && usable < 2 * SIZE ? "right" : usable));
    }

    private static void print(String way, boolean isJemalloc, LongSupplier allocation) throws Throwable {
        long before = isJemalloc ? allocatedByThread() : 0;
        long address = allocation.getAsLong();
        boolean served = isJemalloc ? allocatedByThread() - before >= SIZE : isInMimalloc(address);
        System.out.println(way + (served ? " served" : " not served"));
    }

    private static LongSupplier unsafe() throws ReflectiveOperationException {
        Field unsafe = Class.forName("sun.misc.Unsafe").getDeclaredField("theUnsafe");
        unsafe.setAccessible(true);
        var method = unsafe.getType().getMethod("allocateMemory", long.class);
        Object instance = unsafe.get(null);
        return () -> {
            try {
                return (long) method.invoke(instance, (long) SIZE);
            } catch (ReflectiveOperationException e) {
                throw new LinkageError(e.toString(), e);
            }
        };
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

    /** Of its own blocks, an allocator knows the size; the C library would look for it in front of them. */
    private static long usableSize(long address) throws Throwable {
        return (long) function("malloc_usable_size", FunctionDescriptor.of(JAVA_LONG, JAVA_LONG))
                .invokeExact(address);
    }

    private static boolean isInMimalloc(long address) throws Throwable {
        return (boolean) function("mi_is_in_heap_region", FunctionDescriptor.of(JAVA_BOOLEAN, JAVA_LONG))
                .invokeExact(address);
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
