package dev.heapwright.netty;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.heapwright.adapters.testing.BlockLedger;
import dev.heapwright.heap.HeapExhaustedError;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NothingLeaks.class)
class CapacityTest {
    private final HeapByteBufAllocator allocator = new HeapByteBufAllocator();
    private final ByteBuf buffer = allocator.directBuffer(100, 1 << 20);
    private final byte[] content = new byte[1 << 20];

    CapacityTest() {
        new Random(1).nextBytes(content);
    }

    @AfterEach
    void release() {
        buffer.release();
        assertEquals(0, allocator.metric().usedDirectMemory());
    }

    private void assertContent(int length) {
        byte[] bytes = new byte[length];
        buffer.getBytes(0, bytes);
        assertArrayEquals(Arrays.copyOf(content, length), bytes);
    }

    @Test
    void aBufferThatGrowsKeepsContentAndIndices() {
        buffer.writeBytes(content, 0, 100).skipBytes(40).markReaderIndex();
        for (int capacity = 101; capacity < 1 << 20; capacity = capacity * 3 / 2) {
            assertSame(buffer, buffer.capacity(capacity));
            assertEquals(capacity, buffer.capacity());
            assertEquals(40, buffer.readerIndex());
            assertEquals(100, buffer.writerIndex());
            assertContent(100);
            assertEquals(capacity, allocator.metric().usedDirectMemory());
        }
        assertEquals(40, buffer.skipBytes(5).resetReaderIndex().readerIndex());
    }

    @Test
    void aBufferThatShrinksKeepsWhatIsLeftAndItsIndicesWithin() {
        buffer.writeBytes(content, 0, 100).readerIndex(70);
        buffer.capacity(80);
        assertContent(80);
        assertEquals(70, buffer.readerIndex());
        assertEquals(80, buffer.writerIndex());
        buffer.capacity(20);
        assertContent(20);
        assertEquals(20, buffer.readerIndex());
        assertEquals(20, buffer.writerIndex());
        assertThrows(IndexOutOfBoundsException.class, () -> buffer.getByte(20));
        buffer.capacity(0);
        assertEquals(0, buffer.writerIndex());
        assertEquals(0, allocator.metric().usedDirectMemory());
        buffer.writeBytes(content);
        assertContent(1 << 20);
    }

    @Test
    void theSameCapacityIsNoChange() {
        long address = buffer.memoryAddress();
        assertSame(buffer, buffer.capacity(100));
        assertEquals(address, buffer.memoryAddress());
    }

    @Test
    void aCapacityOverTheMaximumOrUnder0IsRefused() {
        assertEquals(1 << 20, buffer.maxCapacity());
        assertThrows(IllegalArgumentException.class, () -> buffer.capacity((1 << 20) + 1));
        assertThrows(IllegalArgumentException.class, () -> buffer.capacity(-1));
        assertEquals(100, buffer.capacity());
    }

    @Test
    void writingMakesRoomUpToTheMaximum() {
        for (int i = 0; i < content.length; i += 1 << 10) {
            buffer.writeBytes(content, i, 1 << 10);
        }
        assertContent(1 << 20);
        assertThrows(IndexOutOfBoundsException.class, () -> buffer.writeByte(1));
        assertThrows(IndexOutOfBoundsException.class, () -> buffer.ensureWritable(Integer.MAX_VALUE));
        assertThrows(IllegalArgumentException.class, () -> buffer.ensureWritable(-1));
    }

    @Test
    void roomIsMadeAsFarAsItIsForced() {
        buffer.writerIndex(60);
        assertEquals(0, buffer.ensureWritable(40, false));
        assertEquals(2, buffer.ensureWritable(41, false));
        assertEquals(128, buffer.capacity());
        assertEquals(1, buffer.ensureWritable(1 << 20, false));
        assertEquals(128, buffer.capacity());
        assertEquals(3, buffer.ensureWritable(1 << 20, true));
        assertEquals(1 << 20, buffer.capacity());
        assertEquals(buffer.writableBytes(), buffer.maxFastWritableBytes());
    }

    @Test
    void whatWasReadIsDiscardedInPlace() {
        buffer.writeBytes(content, 0, 100).readerIndex(33);
        buffer.markReaderIndex();
        buffer.discardReadBytes();
        assertEquals(0, buffer.readerIndex());
        assertEquals(67, buffer.writerIndex());
        assertEquals(Unpooled.wrappedBuffer(content, 33, 67), buffer);
        assertEquals(100, buffer.capacity());
        buffer.readerIndex(60).discardSomeReadBytes();
        assertEquals(Unpooled.wrappedBuffer(content, 93, 7), buffer);
    }

    @Test
    void whereThereIsNoMemoryNothingIsAllocatedAndNothingCounted() {
        long blocks = BlockLedger.OF_HEAP.count();
        BlockLedger.OF_HEAP.limitedTo(1000, () -> {
            HeapExhaustedError error = assertThrows(HeapExhaustedError.class, () -> allocator.directBuffer(1001));
            assertEquals(1001, error.size());
            allocator.directBuffer(1000).release();
        });
        assertEquals(blocks, BlockLedger.OF_HEAP.count());
        assertEquals(100, allocator.metric().usedDirectMemory());
    }

    @Test
    void aBufferThatCannotGrowIsAsItWas() {
        buffer.writeBytes(content, 0, 100).readerIndex(10);
        BlockLedger.OF_HEAP.limitedTo(50, () -> {
            assertThrows(HeapExhaustedError.class, () -> buffer.capacity(200));
            assertThrows(HeapExhaustedError.class, () -> buffer.writeBytes(content, 0, 100));
            assertThrows(HeapExhaustedError.class, buffer::copy);
        });
        assertEquals(100, buffer.capacity());
        assertEquals(10, buffer.readerIndex());
        assertEquals(100, buffer.writerIndex());
        assertContent(100);
        assertEquals(100, allocator.metric().usedDirectMemory());
        buffer.capacity(200).writeBytes(content, 100, 100);
        assertContent(200);
    }
}
