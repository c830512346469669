package dev.heapwright.arrow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.heapwright.adapters.testing.BlockLedger;
import dev.heapwright.adapters.testing.NothingLeaks;
import dev.heapwright.heap.HeapExhaustedError;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.OutOfMemoryException;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.VarCharVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** If the heap has no memory, everything is as it was before the request. */
@ExtendWith(NothingLeaks.class)
class ExhaustionTest {
    @Test
    void exhaustionIsArrowsOutOfMemoryExceptionCausedByTheHeapsError() {
        try (RootAllocator root = HeapAllocators.root()) {
            BlockLedger.OF_HEAP.limitedTo(1000, () -> {
                OutOfMemoryException thrown = assertThrows(OutOfMemoryException.class, () -> root.buffer(1024));
                HeapExhaustedError cause = assertInstanceOf(HeapExhaustedError.class, thrown.getCause());
                assertEquals(1024, cause.size());
                assertEquals(cause.getMessage(), thrown.getMessage());
            });
        }
    }

    @Test
    void exhaustionLeavesTheAccountingOfTheAllocatorAndItsParentsUnchanged() {
        try (RootAllocator root = HeapAllocators.root();
                BufferAllocator child = root.newChildAllocator("child", 0, Long.MAX_VALUE);
                ArrowBuf before = child.buffer(256)) {
            BlockLedger.OF_HEAP.limitedTo(
                    1000, () -> assertThrows(OutOfMemoryException.class, () -> child.buffer(1024)));
            assertEquals(256, before.capacity());
            assertEquals(256, child.getAllocatedMemory());
            assertEquals(256, root.getAllocatedMemory());
            root.verify();
        }
    }

    @Test
    void allocationSucceedsOnceThereIsMemoryAgain() {
        try (RootAllocator root = HeapAllocators.root()) {
            BlockLedger.OF_HEAP.limitedTo(
                    1000, () -> assertThrows(OutOfMemoryException.class, () -> root.buffer(1024)));
            root.buffer(1024).close();
        }
    }

    @Test
    void aVectorThatCouldNotGrowKeepsItsContent() {
        try (RootAllocator root = HeapAllocators.root();
                IntVector vector = new IntVector("numbers", root)) {
            vector.allocateNew(1000);
            int capacity = vector.getValueCapacity();
            for (int i = 0; i < capacity; i++) {
                vector.set(i, i);
            }
            BlockLedger.OF_HEAP.limitedTo(
                    1000, () -> assertThrows(OutOfMemoryException.class, () -> vector.setSafe(capacity, -1)));
            vector.setValueCount(capacity);
            assertEquals(capacity - 1, vector.get(capacity - 1));
            vector.setSafe(capacity, -1);
            assertEquals(-1, vector.get(capacity));
        }
    }

    @Test
    void exhaustionInTheMiddleOfAVectorOfSeveralBuffersLosesNoneOfThem() {
        try (RootAllocator root = HeapAllocators.root();
                VarCharVector vector = new VarCharVector("words", root)) {
            for (long more = 0; more < 20_000; more += 500) {
                long limit = more;
                BlockLedger.OF_HEAP.limitedTo(
                        limit, () -> assertThrows(OutOfMemoryException.class, () -> vector.allocateNew(64_000, 1000)));
                assertEquals(0, root.getAllocatedMemory(), "with " + limit + " bytes");
            }
        }
    }
}
