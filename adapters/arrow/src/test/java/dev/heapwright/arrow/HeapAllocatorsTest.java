package dev.heapwright.arrow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.heapwright.adapters.testing.BlockLedger;
import dev.heapwright.adapters.testing.NothingLeaks;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.memory.AllocationListener;
import org.apache.arrow.memory.AllocationManager;
import org.apache.arrow.memory.AllocationReservation;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.OutOfMemoryException;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.memory.rounding.SegmentRoundingPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NothingLeaks.class)
class HeapAllocatorsTest {
    private static final BlockLedger LIVE = BlockLedger.OF_HEAP;

    @Test
    void aBufferIsABlockOfTheHeapAndItsSizeIsAccounted() {
        try (RootAllocator root = HeapAllocators.root();
                ArrowBuf buffer = root.buffer(1000)) {
            buffer.setLong(0, 42);
            buffer.setLong(1016, 43);
            assertEquals(42, buffer.getLong(0));
            assertEquals(43, buffer.getLong(1016));
            assertEquals(1, LIVE.count());
            // Arrow itself rounds up to a power of two.
            assertEquals(1024, LIVE.bytes());
            assertEquals(1024, root.getAllocatedMemory());
            assertEquals(1024, buffer.capacity());
        }
    }

    @Test
    void buffersOfAllSizesAreAlignedAsTheFormatRecommends() {
        try (RootAllocator root = HeapAllocators.root()) {
            for (int size = 1; size <= 1 << 20; size = 2 * size + 1) {
                try (ArrowBuf buffer = root.buffer(size)) {
                    assertEquals(0, buffer.memoryAddress() % HeapAllocationManager.ALIGNMENT, "size " + size);
                }
            }
        }
    }

    @Test
    void aBufferLargerThanArrowsChunksIsNotRoundedUp() {
        long size = (16L << 20) + 1;
        try (RootAllocator root = HeapAllocators.root();
                ArrowBuf buffer = root.buffer(size)) {
            buffer.setByte(size - 1, 7);
            assertEquals(7, buffer.getByte(size - 1));
            assertEquals(size, LIVE.bytes());
            assertEquals(size, root.getAllocatedMemory());
        }
    }

    @Test
    void theEmptyBufferTakesNoMemoryAndCanBeUsedLikeAnyOther() {
        try (RootAllocator root = HeapAllocators.root()) {
            ArrowBuf empty = root.buffer(0);
            assertSame(root.getEmpty(), empty);
            assertEquals(0, empty.capacity());
            assertEquals(0, empty.nioBuffer(0, 0).remaining());
            assertThrows(IndexOutOfBoundsException.class, () -> empty.getByte(0));
            assertEquals(0, LIVE.count());
            // Closing or retaining it has no effect, as it is shared by all.
            empty.getReferenceManager().retain();
            empty.close();
            empty.close();
            assertEquals(1, empty.refCnt());
            try (RootAllocator another =
                    (RootAllocator) empty.getReferenceManager().getAllocator()) {
                assertEquals(0, another.getLimit());
            }
        }
    }

    @Test
    void anEmptyReservationIsABufferWithoutABlock() {
        try (RootAllocator root = HeapAllocators.root();
                AllocationReservation reservation = root.newReservation();
                ArrowBuf buffer = reservation.allocateBuffer()) {
            assertEquals(0, buffer.capacity());
            assertEquals(0, LIVE.count());
        }
    }

    @Test
    void aReservationBecomesOneBlock() {
        try (RootAllocator root = HeapAllocators.root();
                AllocationReservation reservation = root.newReservation()) {
            reservation.add(100L);
            reservation.add(100L);
            try (ArrowBuf buffer = reservation.allocateBuffer()) {
                assertEquals(256, buffer.capacity());
                assertEquals(256, LIVE.bytes());
            }
        }
    }

    @Test
    void childrenUseTheHeapToo() {
        try (RootAllocator root = HeapAllocators.root();
                BufferAllocator child = root.newChildAllocator("child", 0, 1 << 20);
                BufferAllocator grandchild = child.newChildAllocator("grandchild", 0, 1 << 20);
                ArrowBuf buffer = grandchild.buffer(64)) {
            assertEquals(64, LIVE.bytes());
            assertEquals(64, buffer.capacity());
            assertEquals(64, root.getAllocatedMemory());
        }
    }

    @Test
    void beyondItsLimitAnAllocatorThrowsArrowsOutOfMemoryException() {
        try (RootAllocator root = HeapAllocators.root(1024);
                BufferAllocator child = root.newChildAllocator("child", 0, 512)) {
            assertThrows(OutOfMemoryException.class, () -> root.buffer(1025));
            assertThrows(OutOfMemoryException.class, () -> child.buffer(513));
            try (ArrowBuf buffer = root.buffer(1024)) {
                assertThrows(OutOfMemoryException.class, () -> root.buffer(1));
                assertEquals(1024, buffer.capacity());
            }
            assertEquals(0, root.getAllocatedMemory());
        }
    }

    @Test
    void aNegativeLimitIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> HeapAllocators.root(-1));
    }

    @Test
    void theListenerIsNotifiedOfEachBufferAndTheRoundingPolicyDeterminesItsSize() {
        List<String> heard = new ArrayList<>();
        AllocationListener listener = new AllocationListener() {
            @Override
            public void onAllocation(long size) {
                heard.add("allocated " + size);
            }

            @Override
            public void onRelease(long size) {
                heard.add("released " + size);
            }
        };
        try (RootAllocator root = HeapAllocators.root(listener, 1 << 20, new SegmentRoundingPolicy(2048L))) {
            root.buffer(1).close();
        }
        assertEquals(List.of("allocated 2048", "released 2048"), heard);
    }

    @Test
    void theFactoryCanBeUsedInArrowsOwnConfiguration() {
        AllocationManager.Factory factory = HeapAllocationManager.FACTORY;
        try (RootAllocator root = new RootAllocator(RootAllocator.configBuilder()
                        .allocationManagerFactory(factory)
                        .maxAllocation(1 << 20)
                        .build());
                ArrowBuf buffer = root.buffer(64)) {
            assertEquals(64, buffer.capacity());
            assertEquals(64, LIVE.bytes());
        }
    }
}
