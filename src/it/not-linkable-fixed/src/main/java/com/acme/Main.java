package com.acme;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.heapwright.heap.Heap;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.Field;
import java.nio.ByteBuffer;
import java.util.zip.Deflater;

/** A program that takes a megabyte in each of several ways, and asks jemalloc whether it was taken there. */
public final class Main {
    private static final int SIZE = 1_000_000;

    private Main() {}

    /** Prints the ways. */
    public static void main(String[] arguments) throws Throwable {
        System.out.println(Heap.process());
        System.out.println(Heap.binding());
        long block = Heap.allocate(SIZE, 16);
        Heap.deallocate(block, SIZE, 16);
        print("Unsafe", Main::unsafe);
        print("allocateDirect", () -> ByteBuffer.allocateDirect(SIZE).put(0, (byte) 1));
        print("Arena", () -> Arena.global().allocate(SIZE));
        print("malloc, as FFM finds it", Main::malloc);
        print("zlib", () -> {
            for (int i = 0; i < 4; i++) {
                new Deflater();
            }
        });
    }

    /** Takes memory. */
    @FunctionalInterface
    private interface Way {
        void take() throws Throwable;
    }

    private static void print(String name, Way way) throws Throwable {
        long before = allocatedByThread();
        way.take();
        System.out.println(name + (allocatedByThread() - before >= SIZE ? " served" : " not served"));
    }

    private static void unsafe() throws ReflectiveOperationException {
        Field unsafe = Class.forName("sun.misc.Unsafe").getDeclaredField("theUnsafe");
        unsafe.setAccessible(true);
        unsafe.getType().getMethod("allocateMemory", long.class).invoke(unsafe.get(null), (long) SIZE);
    }

    @SuppressWarnings("restricted")
    private static void malloc() throws Throwable {
        Linker linker = Linker.nativeLinker();
        MethodHandle malloc = linker.downcallHandle(
                linker.defaultLookup().find("malloc").orElseThrow(), FunctionDescriptor.of(ADDRESS, JAVA_LONG));
        MemorySegment block = (MemorySegment) malloc.invokeExact((long) SIZE);
        if (block.equals(MemorySegment.NULL)) {
            throw new OutOfMemoryError();
        }
    }

    /** In bytes, as jemalloc counts them. */
    @SuppressWarnings("restricted")
    private static long allocatedByThread() throws Throwable {
        Linker linker = Linker.nativeLinker();
        MethodHandle dlsym = linker.downcallHandle(
                linker.defaultLookup().find("dlsym").orElseThrow(), FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment function =
                    (MemorySegment) dlsym.invokeExact(MemorySegment.NULL, arena.allocateFrom("je_mallctl"));
            MethodHandle mallctl = linker.downcallHandle(
                    function, FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS, JAVA_LONG));
            MemorySegment value = arena.allocate(JAVA_LONG);
            MemorySegment size = arena.allocateFrom(JAVA_LONG, Long.BYTES);
            MemorySegment name = arena.allocateFrom("thread.allocated");
            int error = (int) mallctl.invokeExact(name, value, size, MemorySegment.NULL, 0L);
            return error == 0 ? value.get(JAVA_LONG, 0) : -1;
        }
    }
}
