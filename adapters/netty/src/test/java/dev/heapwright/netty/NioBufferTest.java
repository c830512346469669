package dev.heapwright.netty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** NIO's buffers of the same memory. */
@ExtendWith(NothingLeaks.class)
class NioBufferTest {
    private final ByteBuf buffer =
            HeapByteBufAllocator.DEFAULT.directBuffer(100).writeZero(100);

    @AfterEach
    void release() {
        buffer.release();
    }

    @Test
    void areOfTheRangeThatIsAskedForAndShareItsBytes() {
        ByteBuffer nio = buffer.nioBuffer(10, 30);
        assertTrue(nio.isDirect());
        assertEquals(ByteOrder.BIG_ENDIAN, nio.order());
        assertEquals(0, nio.position());
        assertEquals(30, nio.capacity());
        nio.putInt(26, 0x0102_0304);
        assertEquals(0x0102_0304, buffer.getInt(36));
        buffer.setByte(10, 9);
        assertEquals(9, nio.get());
        assertEquals(0, buffer.readerIndex());
        assertThrows(IndexOutOfBoundsException.class, () -> nio.get(30));
    }

    @Test
    void areOfWhatIsReadableIfNoRangeIsAskedFor() {
        buffer.setByte(40, 7).setIndex(40, 60);
        assertEquals(20, buffer.nioBuffer().remaining());
        assertEquals(7, buffer.nioBuffer().get());
        ByteBuffer[] all = buffer.nioBuffers();
        assertEquals(1, all.length);
        assertEquals(20, all[0].remaining());
        assertEquals(3, buffer.nioBuffers(1, 3)[0].remaining());
    }

    @Test
    void haveIndicesOfTheirOwn() {
        ByteBuffer one = buffer.nioBuffer(0, 10);
        ByteBuffer other = buffer.nioBuffer(0, 10);
        assertNotSame(one, other);
        one.get();
        assertEquals(0, other.position());
    }

    @Test
    void theInternalOneIsKeptUntilTheCapacityChanges() {
        ByteBuffer internal = buffer.internalNioBuffer(20, 30);
        assertEquals(20, internal.position());
        assertEquals(50, internal.limit());
        assertSame(internal, buffer.internalNioBuffer(0, 100));
        buffer.capacity(5_000).setByte(4_999, 3);
        ByteBuffer after = buffer.internalNioBuffer(4_999, 1);
        assertEquals(3, after.get());
        buffer.capacity(200);
        assertEquals(200, buffer.internalNioBuffer(0, 200).capacity());
    }

    @Test
    void outsideOfTheCapacityThereAreNone() {
        for (int[] wrong : new int[][] {{-1, 1}, {0, 101}, {100, 1}, {1, -1}, {1, Integer.MAX_VALUE}}) {
            assertThrows(IndexOutOfBoundsException.class, () -> buffer.nioBuffer(wrong[0], wrong[1]));
            assertThrows(IndexOutOfBoundsException.class, () -> buffer.nioBuffers(wrong[0], wrong[1]));
            assertThrows(IndexOutOfBoundsException.class, () -> buffer.internalNioBuffer(wrong[0], wrong[1]));
        }
        assertEquals(0, buffer.nioBuffer(100, 0).remaining());
    }

    @Test
    void ofAReadOnlyBufferAreReadOnly() {
        assertTrue(buffer.asReadOnly().nioBuffer().isReadOnly());
        assertTrue(buffer.asReadOnly().nioBuffers(0, 5)[0].isReadOnly());
    }

    @Test
    void thereIsNoArray() {
        assertThrows(UnsupportedOperationException.class, buffer::array);
        assertThrows(UnsupportedOperationException.class, buffer::arrayOffset);
    }
}
