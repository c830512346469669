package com.example.guard;

import dev.heapwright.memory.Memory;

/** A program that makes a mistake with a block of 24 bytes. */
final class Mistake {
    public static void main(String[] args) {
        long block = GuardAllocator.allocate(24, 8);
        System.out.printf("block at 0x%x%n", block);
        switch (args[0]) {
            case "none" -> GuardAllocator.deallocate(block, 24, 8);
            case "overrun" -> overrun(block);
            case "use-after-free" -> useAfterFree(block);
            default -> throw new IllegalArgumentException(args[0]);
        }
        System.out.println("nobody noticed");
    }

    private static void overrun(long block) {
        for (int i = 0; i <= 3; i++) {
            Memory.putLong(block + 8 * i, i);
        }
    }

    private static void useAfterFree(long block) {
        GuardAllocator.deallocate(block, 24, 8);
        Memory.getLong(block);
    }
}
