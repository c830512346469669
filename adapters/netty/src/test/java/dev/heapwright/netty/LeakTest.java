package dev.heapwright.netty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.adapters.testing.BlockLedger;
import dev.heapwright.heap.Heap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.CompositeByteBuf;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Netty's leak detector watches the buffers. */
class LeakTest {
    private static final int CAPACITY = 123;

    private final HeapByteBufAllocator allocator = new HeapByteBufAllocator();

    @AfterEach
    void forgetReports() {
        Leaks.reported();
    }

    @Test
    void aBufferThatIsNotReleasedIsReportedWithItsLastUse() {
        long before = BlockLedger.OF_HEAP.count();
        Leaks.reported();
        long address = leakedBuffer();
        assertTrue(Leaks.collect(1_000, Leaks::any));
        List<String> reports = Leaks.reported();
        assertEquals(1, reports.size());
        assertTrue(reports.get(0).contains("the last use of it"), reports.get(0));
        Heap.deallocate(address, CAPACITY, HeapByteBufAllocator.ALIGNMENT);
        assertEquals(before, BlockLedger.OF_HEAP.count());
        assertEquals(CAPACITY, allocator.metric().usedDirectMemory());
    }

    private long leakedBuffer() {
        ByteBuf buffer = allocator.directBuffer(CAPACITY);
        buffer.touch("the last use of it");
        return buffer.memoryAddress();
    }

    @Test
    void soIsACompositeBuffer() {
        Leaks.reported();
        leakedComposite();
        assertTrue(Leaks.collect(1_000, Leaks::any));
        assertTrue(Leaks.reported().get(0).contains("the last use of it"));
    }

    private void leakedComposite() {
        CompositeByteBuf buffer = allocator.compositeBuffer();
        buffer.touch("the last use of it");
        assertInstanceOf(CompositeByteBuf.class, buffer);
        assertNotEquals(0, buffer.refCnt());
    }

    @Test
    void whatIsReleasedIsNotReported() {
        Leaks.reported();
        allocator.directBuffer(CAPACITY).release();
        allocator.directBuffer(CAPACITY).writeZero(10).readRetainedSlice(5).release(2);
        allocator.compositeBuffer().addComponent(allocator.buffer(1)).release();
        Leaks.collect(3, () -> false);
        assertEquals(List.of(), Leaks.reported());
    }
}
