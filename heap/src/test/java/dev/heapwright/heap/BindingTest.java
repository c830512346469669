package dev.heapwright.heap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.memory.CHeap;
import dev.heapwright.memory.Memory;
import org.junit.jupiter.api.Test;

class BindingTest {
    @Test
    void byDefaultAllocateZeroedFillsAnAllocatedBlock() {
        long block = CHeap.malloc(64);
        Memory.fill(block, 64, (byte) 7);
        try {
            assertEquals(block, new OneBlock(block).allocateZeroed(40, 8));
            for (int offset = 0; offset < 64; offset++) {
                assertEquals(offset < 40 ? 0 : 7, Memory.getByte(block + offset), "at " + offset);
            }
        } finally {
            CHeap.free(block);
        }
    }

    @Test
    void ifThereIsNoBlockNothingIsFilled() {
        assertEquals(0, new OneBlock(0).allocateZeroed(40, 8));
    }

    @Test
    void theTextIsAllocatorVersionAndReason() {
        assertEquals("com.acme.OneBlock 0.1-SNAPSHOT (default for an application)", new OneBlock(0).toString());
    }

    /** Always returns the same block. */
    private static final class OneBlock extends Binding {
        private final long block;

        OneBlock(long block) {
            super("com.acme.OneBlock", "0.1-SNAPSHOT", "default for an application");
            this.block = block;
        }

        @Override
        protected long allocate(long size, long align) {
            return block;
        }

        @Override
        protected void deallocate(long address, long oldSize, long align) {}

        @Override
        protected long reallocate(long address, long oldSize, long size, long align) {
            return 0;
        }

        @Override
        protected long reallocateInplace(long address, long oldSize, long size, long align) {
            return oldSize;
        }

        @Override
        protected long usableSize(long size, long align) {
            return size;
        }
    }
}
