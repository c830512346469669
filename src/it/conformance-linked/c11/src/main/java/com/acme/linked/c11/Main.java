package com.acme.linked.c11;

import com.acme.parts.counting.CountingAllocator;
import dev.heapwright.heap.Heap;
import dev.heapwright.memory.Memory;

/** Every second one of many blocks grows while the others shrink, and then the other way round. */
final class Main {
    private static final int BLOCKS = 64;
    private static final int ROUNDS = 20;

    private Main() {}

    public static void main(String[] module) {
        long[] blocks = new long[BLOCKS];
        long[] sizes = new long[BLOCKS];
        for (int i = 0; i < BLOCKS; i++) {
            sizes[i] = 1000 + 10 * i;
            blocks[i] = Heap.allocate(sizes[i], 8);
            Memory.fill(blocks[i], sizes[i], (byte) i);
        }
        long kept = 0;
        int damaged = 0;
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < BLOCKS; i++) {
                long size = (i + round) % 2 == 0 ? sizes[i] * 3 : sizes[i] / 3;
                long same = Math.min(sizes[i], size);
                blocks[i] = Heap.reallocate(blocks[i], sizes[i], size, 8);
                sizes[i] = size;
                kept += same;
                damaged += holds(blocks[i], same, (byte) i) ? 0 : 1;
                Memory.fill(blocks[i], size, (byte) i);
            }
        }
        for (int i = 0; i < BLOCKS; i++) {
            damaged += holds(blocks[i], sizes[i], (byte) i) ? 0 : 1;
            Heap.deallocate(blocks[i], sizes[i], 8);
        }
        System.out.println(module[0] + ": damaged " + damaged + ", copied " + CountingAllocator.copied + " of " + kept
                + ", bound to " + Heap.binding());
    }

    private static boolean holds(long block, long size, byte value) {
        for (long at = block; at < block + size; at++) {
            if (Memory.getByte(at) != value) {
                return false;
            }
        }
        return true;
    }
}
