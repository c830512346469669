package dev.heapwright.natives;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/** A program that calls the allocator named in its argument, and prints what is wrong, if anything. */
final class Allocate {
    private Allocate() {}

    public static void main(String[] arguments) throws ReflectiveOperationException {
        Class<?> allocator = Class.forName(arguments[0]);
        Method allocate = allocator.getMethod("allocate", long.class, long.class);
        Method deallocate = allocator.getMethod("deallocate", long.class, long.class, long.class);
        try {
            for (long size : new long[] {64, 1 << 20}) {
                long address = (long) allocate.invoke(null, size, 64L);
                deallocate.invoke(null, address, size, 64L);
                System.out.println(address != 0 && address % 64 == 0 ? "allocated " + size : "misplaced");
            }
        } catch (InvocationTargetException e) {
            System.out.println(e.getCause().getMessage());
        }
    }
}
