package dev.heapwright.natives;

import dev.heapwright.natives.ProcessAllocations.Allocation;
import dev.heapwright.system.SystemAllocator;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;

/** A program that takes blocks of a megabyte in several ways, and prints whether they came from the process's allocator. */
final class PrintServed {
    private static final int SIZE = 1_000_000;

    private PrintServed() {}

    public static void main(String[] arguments) throws Throwable {
        ProcessAllocations process = ProcessAllocations.valueOf(arguments[0]);
        print(process, "Unsafe", unsafe());
        print(
                process,
                "allocateDirect",
                () -> MemorySegment.ofBuffer(ByteBuffer.allocateDirect(SIZE)).address());
        print(process, "Arena", () -> Arena.global().allocate(SIZE).address());
        print(process, "SystemAllocator", () -> SystemAllocator.allocate(SIZE, 16));
        long usable = ProcessAllocations.usableSize(SystemAllocator.allocate(SIZE, 16));
        System.out.println("malloc_usable_size " + (usable >= SIZE && usable < 2 * SIZE ? "right" : usable));
    }

    private static void print(ProcessAllocations process, String way, Allocation allocation) throws Throwable {
        System.out.println(way + (process.serves(allocation, SIZE) ? " served" : " not served"));
    }

    private static Allocation unsafe() throws ReflectiveOperationException {
        Field unsafe = Class.forName("sun.misc.Unsafe").getDeclaredField("theUnsafe");
        unsafe.setAccessible(true);
        Method allocate = unsafe.getType().getMethod("allocateMemory", long.class);
        Object instance = unsafe.get(null);
        return () -> (long) allocate.invoke(instance, (long) SIZE);
    }
}
