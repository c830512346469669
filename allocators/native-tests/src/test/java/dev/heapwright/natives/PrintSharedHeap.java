package dev.heapwright.natives;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A program that calls all functions of an allocator, and prints whether it is the allocator of this process, and which of its
 * libraries are loaded.
 */
final class PrintSharedHeap {
    private PrintSharedHeap() {}

    public static void main(String[] arguments) throws Throwable {
        NativeAllocator allocator = NativeAllocator.valueOf(arguments[0]);
        for (long size : new long[] {64, 1_000_000}) {
            boolean served =
                    ProcessAllocations.valueOf(arguments[0]).serves(() -> resized(allocator.type(), size), size);
            System.out.println(size + (served ? " bytes of the process's" : " bytes of its own"));
        }
        loaded(allocator.library());
    }

    /** {@return a block that was allocated, resized in place and resized, after one that was freed} */
    private static long resized(Class<?> allocator, long size) throws ReflectiveOperationException {
        Method allocate = allocator.getMethod("allocate", long.class, long.class);
        long freed = (long) allocate.invoke(null, size, 16L);
        allocator.getMethod("deallocate", long.class, long.class, long.class).invoke(null, freed, size, 16L);
        long address = (long) allocate.invoke(null, size, 16L);
        Class<?>[] resizing = {long.class, long.class, long.class, long.class};
        long grown =
                (long) allocator.getMethod("reallocateInplace", resizing).invoke(null, address, size, size + 16, 16L);
        long old = grown >= size + 16 ? size + 16 : size;
        return (long) allocator.getMethod("reallocate", resizing).invoke(null, address, old, 3 * size, 16L);
    }

    private static void loaded(String name) throws IOException {
        new String(Files.readAllBytes(Path.of("/proc/self/maps")), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.matches(".*" + name + "\\.so"))
                .map(line -> line.substring(line.lastIndexOf('/') + 1))
                .distinct()
                .sorted()
                .forEach(System.out::println);
    }
}
