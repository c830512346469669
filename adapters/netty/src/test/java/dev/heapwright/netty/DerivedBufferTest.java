package dev.heapwright.netty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.CompositeByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.util.IllegalReferenceCountException;
import java.nio.ReadOnlyBufferException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Slices, duplicates, copies and composites, and who keeps whom. */
@ExtendWith(NothingLeaks.class)
class DerivedBufferTest {
    private static final HeapByteBufAllocator ALLOCATOR = HeapByteBufAllocator.DEFAULT;

    private final byte[] content = new byte[100];

    DerivedBufferTest() {
        new Random(5).nextBytes(content);
    }

    private ByteBuf buffer() {
        return ALLOCATOR.directBuffer(100).writeBytes(content);
    }

    private ByteBuf expected(int from, int length) {
        return Unpooled.wrappedBuffer(content, from, length);
    }

    @Test
    void aSliceSharesItsRangeAndTheCount() {
        ByteBuf buffer = buffer();
        ByteBuf slice = buffer.slice(20, 30);
        assertEquals(expected(20, 30), slice);
        assertEquals(buffer.memoryAddress() + 20, slice.memoryAddress());
        assertTrue(slice.isDirect());
        assertEquals(30, slice.maxCapacity());
        slice.setLongLE(22, 99);
        assertEquals(99, buffer.getLongLE(42));
        assertThrows(IndexOutOfBoundsException.class, () -> slice.getByte(30));
        assertThrows(IndexOutOfBoundsException.class, () -> buffer.slice(71, 30));
        assertThrows(UnsupportedOperationException.class, () -> slice.capacity(31));
        assertEquals(1, slice.refCnt());
        assertTrue(slice.release());
        assertEquals(0, buffer.refCnt());
        assertThrows(IllegalReferenceCountException.class, () -> slice.getByte(0));
    }

    @Test
    void aRetainedSliceOutlivesItsOriginal() {
        ByteBuf buffer = buffer();
        ByteBuf slice = buffer.retainedSlice(20, 30);
        ByteBuf ofSlice = slice.retainedSlice(5, 10);
        assertEquals(3, buffer.refCnt());
        assertFalse(buffer.release());
        assertEquals(expected(20, 30), slice);
        assertFalse(slice.release());
        assertEquals(expected(25, 10), ofSlice);
        assertTrue(ofSlice.release());
        assertThrows(IllegalReferenceCountException.class, () -> ofSlice.getByte(0));
    }

    @Test
    void whatIsReadAsASliceMovesTheReaderIndex() {
        ByteBuf buffer = buffer();
        ByteBuf slice = buffer.readSlice(10);
        ByteBuf retained = buffer.readRetainedSlice(20);
        assertEquals(30, buffer.readerIndex());
        assertEquals(expected(0, 10), slice);
        assertEquals(expected(10, 20), retained);
        assertEquals(20, retained.writerIndex());
        assertThrows(IndexOutOfBoundsException.class, () -> buffer.readRetainedSlice(71));
        assertEquals(2, buffer.refCnt());
        assertFalse(buffer.release());
        assertEquals(expected(10, 20), retained);
        assertTrue(retained.release());
    }

    @Test
    void aDuplicateHasIndicesOfItsOwn() {
        ByteBuf buffer = buffer().skipBytes(10);
        ByteBuf duplicate = buffer.retainedDuplicate();
        assertEquals(10, duplicate.readerIndex());
        duplicate.readerIndex(50).setByte(60, 1);
        assertEquals(10, buffer.readerIndex());
        assertEquals(1, buffer.getByte(60));
        assertEquals(buffer.memoryAddress(), duplicate.memoryAddress());
        duplicate.capacity(1_000);
        assertEquals(1_000, buffer.capacity());
        assertEquals(buffer.memoryAddress(), duplicate.memoryAddress());
        assertFalse(duplicate.release());
        assertTrue(buffer.release());
    }

    @Test
    void aCopyHasBytesOfItsOwn() {
        ByteBuf buffer = buffer().skipBytes(10);
        ByteBuf copy = buffer.copy();
        ByteBuf part = buffer.copy(3, 7);
        assertTrue(copy.isDirect());
        assertNotEquals(buffer.memoryAddress(), copy.memoryAddress());
        buffer.setZero(0, 100);
        assertEquals(expected(10, 90), copy);
        assertEquals(expected(3, 7), part);
        assertEquals(buffer.maxCapacity(), part.maxCapacity());
        ByteBuf nothing = buffer.copy(100, 0);
        assertEquals(0, nothing.capacity());
        assertTrue(nothing.release());
        for (int[] wrong : new int[][] {{-1, 2}, {0, 101}, {100, 1}, {1, -1}}) {
            assertThrows(IndexOutOfBoundsException.class, () -> buffer.copy(wrong[0], wrong[1]));
        }
        copy.release();
        part.release();
        buffer.release();
    }

    @Test
    void aReadOnlyViewRefusesToBeWritten() {
        ByteBuf buffer = buffer();
        ByteBuf readOnly = buffer.asReadOnly();
        assertTrue(readOnly.isReadOnly());
        assertEquals(expected(0, 100), readOnly);
        assertThrows(ReadOnlyBufferException.class, () -> readOnly.setByte(0, 1));
        assertThrows(ReadOnlyBufferException.class, () -> readOnly.setBytes(0, content));
        assertTrue(readOnly.release());
    }

    @Test
    void aCompositeIsReadAcrossItsPartsAndReleasesThem() {
        ByteBuf first = ALLOCATOR.directBuffer(30).writeBytes(content, 0, 30);
        ByteBuf second = ALLOCATOR.heapBuffer(30).writeBytes(content, 30, 30);
        ByteBuf third = ALLOCATOR.directBuffer(40).writeBytes(content, 60, 40);
        CompositeByteBuf composite = ALLOCATOR.compositeBuffer().addComponents(true, first, second, third);
        assertEquals(expected(0, 100), composite);
        assertEquals(expected(0, 100).getLong(26), composite.getLong(26));
        assertEquals(3, composite.nioBufferCount());
        ByteBuf slice = composite.retainedSlice(20, 60);
        assertFalse(composite.release());
        assertEquals(1, third.refCnt());
        assertEquals(expected(20, 60), slice);
        assertTrue(slice.release());
        assertEquals(0, first.refCnt() + second.refCnt() + third.refCnt());
    }

    @Test
    void aCompositeIsConsolidatedIntoOneBlock() {
        CompositeByteBuf composite = ALLOCATOR.compositeDirectBuffer(4);
        for (int i = 0; i < 10; i++) {
            composite.addComponent(true, ALLOCATOR.directBuffer(10).writeBytes(content, i * 10, 10));
        }
        composite.consolidate();
        assertEquals(1, composite.numComponents());
        assertTrue(composite.hasMemoryAddress());
        assertEquals(expected(0, 100), composite);
        composite.capacity(50).capacity(200);
        assertEquals(expected(0, 50), composite.slice(0, 50));
        assertTrue(composite.release());
    }
}
