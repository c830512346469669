package dev.heapwright.natives;

import static java.lang.invoke.MethodType.methodType;

import dev.heapwright.jemalloc.JemallocAllocator;
import dev.heapwright.memory.CHeap;
import dev.heapwright.memory.Memory;
import dev.heapwright.memory.NativeLibrary;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A program that prints jemalloc's options, and the environment of a program that it starts itself. */
final class PrintJemallocOptions {
    private PrintJemallocOptions() {}

    public static void main(String[] arguments) throws Throwable {
        JemallocAllocator.deallocate(JemallocAllocator.allocate(16, 16), 16, 16);
        // The same library: it is loaded once.
        NativeLibrary library = NativeLibrary.load(JemallocAllocator.class, "jemalloc", Map.of());
        System.out.println("narenas " + option(library, "opt.narenas", Integer.BYTES));
        System.out.println("background_thread " + option(library, "opt.background_thread", 1));
        // It inherits the environment of this process as the C library sees it.
        new ProcessBuilder("env").inheritIO().start().waitFor();
    }

    /** {@code int mallctl(const char *name, void *oldp, size_t *oldlenp, void *newp, size_t newlen)}. */
    private static int option(NativeLibrary library, String name, long bytes) throws Throwable {
        MethodHandle mallctl = library.function(
                "je_mallctl", methodType(int.class, long.class, long.class, long.class, long.class, long.class));
        byte[] text = (name + "\0").getBytes(StandardCharsets.US_ASCII);
        long address = CHeap.calloc(16 + text.length);
        Memory.putLong(address, bytes);
        Memory.copyFromArray(text, 0, address + 16, text.length);
        int error = (int) mallctl.invokeExact(address + 16, address + 8, address, 0L, 0L);
        int value = Memory.getInt(address + 8);
        CHeap.free(address);
        if (error != 0) {
            throw new IllegalStateException(name + ": error " + error);
        }
        return value;
    }
}
