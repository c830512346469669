package dev.heapwright.arrow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.adapters.testing.BlockLedger;
import dev.heapwright.adapters.testing.NothingLeaks;
import dev.heapwright.heap.Heap;
import java.util.concurrent.CompletableFuture;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.IntVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What users of Arrow see if they misuse buffers, and what they may share. */
@ExtendWith(NothingLeaks.class)
class MisuseTest {
    private static final BlockLedger LIVE = BlockLedger.OF_HEAP;

    @Test
    void aBufferThatWasReleasedCannotBeRead() {
        try (RootAllocator root = HeapAllocators.root()) {
            ArrowBuf buffer = root.buffer(64);
            buffer.close();
            assertThrows(IllegalStateException.class, () -> buffer.getLong(0));
            assertThrows(IllegalStateException.class, () -> buffer.setLong(0, 1));
        }
    }

    @Test
    void aBufferReleasedTwiceIsFreedOnce() {
        try (RootAllocator root = HeapAllocators.root()) {
            ArrowBuf buffer = root.buffer(64);
            buffer.close();
            assertThrows(IllegalStateException.class, buffer::close);
            assertEquals(0, LIVE.count());
            assertEquals(0, root.getAllocatedMemory());
        }
    }

    @Test
    void aBufferIsFreedWithItsLastReference() {
        try (RootAllocator root = HeapAllocators.root()) {
            ArrowBuf buffer = root.buffer(64);
            ArrowBuf slice = buffer.slice(8, 8);
            buffer.getReferenceManager().retain();
            buffer.setLong(8, 42);
            buffer.close();
            assertEquals(42, slice.getLong(0));
            assertEquals(1, LIVE.count());
            buffer.close();
            assertEquals(0, LIVE.count());
            assertThrows(IllegalStateException.class, () -> slice.getLong(0));
        }
    }

    @Test
    void aVectorMayBeClosedTwice() {
        try (RootAllocator root = HeapAllocators.root()) {
            IntVector vector = new IntVector("numbers", root);
            vector.allocateNew(10);
            vector.close();
            vector.close();
            assertEquals(0, LIVE.count());
        }
    }

    @Test
    void aClosedAllocatorNoLongerAllocates() {
        RootAllocator root = HeapAllocators.root();
        root.close();
        root.close();
        assertThrows(IllegalStateException.class, () -> root.buffer(64));
    }

    @Test
    void theFactoryFreesTheBlockIfTheAllocatorIsClosed() {
        RootAllocator root = HeapAllocators.root();
        root.close();
        assertThrows(IllegalStateException.class, () -> HeapAllocationManager.FACTORY.create(root, 64));
        assertEquals(0, LIVE.count());
    }

    @Test
    void anAllocatorClosedBeforeItsBuffersReportsTheLeak() {
        RootAllocator root = HeapAllocators.root();
        BufferAllocator child = root.newChildAllocator("child", 0, 1024);
        ArrowBuf leaked = child.buffer(64);
        // In debug mode, Arrow words this differently, and checks the children first.
        IllegalStateException thrown = assertThrows(IllegalStateException.class, root::close);
        assertTrue(String.valueOf(thrown.getMessage()).matches("(?s).*(leaked: \\(64\\)|outstanding).*"));
        assertEquals(1, LIVE.count());
        giveBack(leaked);
    }

    @Test
    void anyThreadMayReleaseABuffer() {
        try (RootAllocator root = HeapAllocators.root()) {
            ArrowBuf buffer =
                    CompletableFuture.supplyAsync(() -> root.buffer(64)).join();
            buffer.setLong(0, 42);
            assertEquals(42, buffer.getLong(0));
            CompletableFuture.runAsync(buffer::close).join();
            assertEquals(0, LIVE.count());
        }
    }

    /** Arrow no longer frees the memory of a closed allocator: the JVM would leak it. */
    private static void giveBack(ArrowBuf leaked) {
        Heap.deallocate(leaked.memoryAddress(), 64, HeapAllocationManager.ALIGNMENT);
    }
}
