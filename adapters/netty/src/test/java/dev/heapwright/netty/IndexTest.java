package dev.heapwright.netty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NothingLeaks.class)
class IndexTest {
    private final ByteBuf buffer = HeapByteBufAllocator.DEFAULT.directBuffer(100, 200);

    @AfterEach
    void release() {
        buffer.release();
    }

    @Test
    void areInTheirOrderAndWithinTheCapacity() {
        buffer.setIndex(20, 60);
        assertThrows(IndexOutOfBoundsException.class, () -> buffer.readerIndex(-1));
        assertThrows(IndexOutOfBoundsException.class, () -> buffer.readerIndex(61));
        assertThrows(IndexOutOfBoundsException.class, () -> buffer.writerIndex(19));
        assertThrows(IndexOutOfBoundsException.class, () -> buffer.writerIndex(101));
        assertThrows(IndexOutOfBoundsException.class, () -> buffer.setIndex(-1, 5));
        assertThrows(IndexOutOfBoundsException.class, () -> buffer.setIndex(6, 5));
        assertThrows(IndexOutOfBoundsException.class, () -> buffer.setIndex(6, 101));
        assertEquals(20, buffer.readerIndex());
        assertEquals(60, buffer.writerIndex());
        assertEquals(40, buffer.readableBytes());
        assertEquals(40, buffer.writableBytes());
        assertEquals(140, buffer.maxWritableBytes());
        assertTrue(buffer.isReadable(40));
        assertFalse(buffer.isReadable(41));
        assertTrue(buffer.isWritable(40));
        assertFalse(buffer.isWritable(41));
    }

    @Test
    void goBackToWhereTheyWereMarked() {
        buffer.setIndex(10, 50).markReaderIndex().markWriterIndex();
        buffer.setIndex(20, 70);
        assertEquals(10, buffer.resetReaderIndex().readerIndex());
        assertEquals(50, buffer.resetWriterIndex().writerIndex());
        buffer.setIndex(60, 70);
        assertThrows(IndexOutOfBoundsException.class, buffer::resetWriterIndex);
        assertEquals(0, buffer.clear().writerIndex());
    }

    @Test
    void moveOverWhatIsSkippedAndNoFurther() {
        buffer.setIndex(0, 30);
        assertEquals(12, buffer.skipBytes(12).readerIndex());
        assertThrows(IndexOutOfBoundsException.class, () -> buffer.skipBytes(19));
        assertEquals(12, buffer.readerIndex());
    }
}
