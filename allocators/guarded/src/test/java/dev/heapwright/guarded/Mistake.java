package dev.heapwright.guarded;

import dev.heapwright.memory.Memory;

/** A program that makes a mistake with a block of 24 bytes. */
final class Mistake {
    private Mistake() {}

    public static void main(String[] arguments) {
        long block = GuardedAllocator.allocate(24, 8);
        System.out.printf("%x%n", block);
        if (arguments[0].equals("overrun")) {
            overrun(block);
        } else {
            useAfterFree(block);
        }
        System.out.println("nobody noticed");
    }

    private static void overrun(long block) {
        for (int i = 0; i <= 3; i++) {
            Memory.putLong(block + 8L * i, i);
        }
    }

    private static void useAfterFree(long block) {
        GuardedAllocator.deallocate(block, 24, 8);
        Memory.getLong(block);
    }
}
