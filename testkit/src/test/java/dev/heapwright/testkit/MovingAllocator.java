package dev.heapwright.testkit;

import dev.heapwright.memory.Memory;
import dev.heapwright.testkit.block.Functions;

/** The functions that can be derived from others if speed does not matter: allocateZeroed and reallocate. */
abstract class MovingAllocator implements Functions {
    @Override
    public boolean hasAllocateZeroed() {
        return true;
    }

    @Override
    public long allocateZeroed(long size, long align) {
        long address = allocate(size, align);
        if (address != 0) {
            Memory.fill(address, size, (byte) 0);
        }
        return address;
    }

    @Override
    public long reallocate(long address, long oldSize, long size, long align) {
        long moved = allocate(size, align);
        if (moved != 0) {
            Memory.copy(address, moved, Math.min(oldSize, size));
            deallocate(address, oldSize, align);
        }
        return moved;
    }
}
