package dev.heapwright.arrow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.adapters.testing.BlockLedger;
import dev.heapwright.adapters.testing.NothingLeaks;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.OwnershipTransferResult;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.util.TransferPair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Memory is transferred from one allocator to another without being copied. */
@ExtendWith(NothingLeaks.class)
class OwnershipTest {
    @Test
    void aBufferIsTransferredToAnotherAllocatorOfTheSameRoot() {
        try (RootAllocator root = HeapAllocators.root();
                BufferAllocator from = root.newChildAllocator("from", 0, 1024);
                BufferAllocator to = root.newChildAllocator("to", 0, 1024)) {
            ArrowBuf buffer = from.buffer(256);
            buffer.setLong(0, 42);
            OwnershipTransferResult passed = buffer.getReferenceManager().transferOwnership(buffer, to);
            assertTrue(passed.getAllocationFit());
            buffer.close();
            try (ArrowBuf taken = passed.getTransferredBuffer()) {
                assertEquals(42, taken.getLong(0));
                assertEquals(0, from.getAllocatedMemory());
                assertEquals(256, to.getAllocatedMemory());
                assertEquals(1, BlockLedger.OF_HEAP.count());
            }
        }
    }

    @Test
    void aTransferBeyondALimitIsReported() {
        try (RootAllocator root = HeapAllocators.root();
                BufferAllocator from = root.newChildAllocator("from", 0, 1024);
                BufferAllocator to = root.newChildAllocator("to", 0, 128)) {
            ArrowBuf buffer = from.buffer(256);
            OwnershipTransferResult passed = buffer.getReferenceManager().transferOwnership(buffer, to);
            assertFalse(passed.getAllocationFit());
            buffer.close();
            passed.getTransferredBuffer().close();
        }
    }

    @Test
    void aSharedBufferIsFreedByTheLastOfTwoAllocators() {
        try (RootAllocator root = HeapAllocators.root();
                BufferAllocator first = root.newChildAllocator("first", 0, 1024);
                BufferAllocator second = root.newChildAllocator("second", 0, 1024)) {
            ArrowBuf buffer = first.buffer(256);
            buffer.setLong(0, 42);
            ArrowBuf shared = buffer.getReferenceManager().retain(buffer, second);
            assertEquals(0, second.getAllocatedMemory());
            buffer.close();
            assertEquals(42, shared.getLong(0));
            assertEquals(256, second.getAllocatedMemory());
            shared.close();
            assertEquals(0, BlockLedger.OF_HEAP.count());
        }
    }

    @Test
    void aVectorIsTransferredToAnotherAllocator() {
        try (RootAllocator root = HeapAllocators.root();
                BufferAllocator from = root.newChildAllocator("from", 0, 1 << 20);
                BufferAllocator to = root.newChildAllocator("to", 0, 1 << 20);
                IntVector vector = new IntVector("numbers", from)) {
            vector.allocateNew(100);
            vector.set(99, 42);
            vector.setValueCount(100);
            TransferPair pair = vector.getTransferPair(to);
            pair.transfer();
            try (IntVector taken = (IntVector) pair.getTo()) {
                assertEquals(42, taken.get(99));
                assertEquals(0, from.getAllocatedMemory());
            }
        }
    }

    @Test
    void nothingIsTransferredToAnAllocatorOfAnotherRoot() {
        try (RootAllocator root = HeapAllocators.root();
                RootAllocator another = HeapAllocators.root();
                ArrowBuf buffer = root.buffer(64)) {
            assertThrows(
                    IllegalStateException.class,
                    () -> buffer.getReferenceManager().transferOwnership(buffer, another));
        }
    }
}
