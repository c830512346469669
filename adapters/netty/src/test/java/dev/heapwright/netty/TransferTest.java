package dev.heapwright.netty;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.BufferOverflowException;
import java.nio.ByteBuffer;
import java.nio.ReadOnlyBufferException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytes on their way between a buffer of the heap, arrays, NIO's buffers and buffers of every other kind. */
@ExtendWith(NothingLeaks.class)
class TransferTest {
    private static final int CAPACITY = 500;

    private final byte[] content = new byte[CAPACITY];
    private final ByteBuf buffer = HeapByteBufAllocator.DEFAULT.directBuffer(CAPACITY, CAPACITY);

    TransferTest() {
        new Random(3).nextBytes(content);
        buffer.writeBytes(content);
    }

    @AfterEach
    void release() {
        buffer.release();
    }

    static Stream<String> kinds() {
        return Buffers.writable().keySet().stream();
    }

    private static ByteBuf make(String kind, int capacity) {
        return Objects.requireNonNull(Buffers.writable().get(kind)).apply(capacity);
    }

    private static byte[] bytes(ByteBuf buffer, int index, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = buffer.getByte(index + i);
        }
        return bytes;
    }

    private byte[] range(int from, int length) {
        return Arrays.copyOfRange(content, from, from + length);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void goToABufferOfAnotherKind(String kind) {
        ByteBuf other = make(kind, 300);
        try {
            other.setZero(0, 300);
            buffer.getBytes(17, other, 50, 200);
            assertArrayEquals(new byte[50], bytes(other, 0, 50));
            assertArrayEquals(range(17, 200), bytes(other, 50, 200));
            assertArrayEquals(new byte[50], bytes(other, 250, 50));

            other.setBytes(0, buffer, 100, 300);
            assertArrayEquals(range(100, 300), bytes(other, 0, 300));

            other.clear();
            buffer.readBytes(other, 120);
            assertEquals(120, other.writerIndex());
            assertEquals(120, buffer.readerIndex());
            other.writeBytes(buffer, 30);
            assertArrayEquals(range(0, 150), bytes(other, 0, 150));
        } finally {
            other.release();
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void comeFromABufferOfAnotherKind(String kind) {
        ByteBuf other = make(kind, 300);
        try {
            other.setBytes(0, content, 200, 300);
            buffer.setBytes(1, other, 10, 250);
            assertArrayEquals(range(210, 250), bytes(buffer, 1, 250));
            assertEquals(content[0], buffer.getByte(0));
            assertEquals(content[251], buffer.getByte(251));

            other.setIndex(0, 300);
            buffer.clear().writeBytes(other, 40);
            other.readBytes(buffer, 60);
            assertArrayEquals(range(200, 100), bytes(buffer, 0, 100));
            assertEquals(100, other.readerIndex());

            buffer.setBytes(3, other.asReadOnly(), 10, 90);
            assertArrayEquals(range(210, 90), bytes(buffer, 3, 90));
        } finally {
            other.release();
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void areRefusedWhereTheyAreNotWhollyInside(String kind) {
        ByteBuf other = make(kind, 300);
        try {
            other.setZero(0, 300);
            for (int[] wrong :
                    new int[][] {{-1, 0, 10}, {491, 0, 10}, {0, -1, 10}, {0, 291, 10}, {0, 0, -1}, {300, 0, 201}}) {
                assertThrows(
                        IndexOutOfBoundsException.class, () -> buffer.getBytes(wrong[0], other, wrong[1], wrong[2]));
                assertThrows(
                        IndexOutOfBoundsException.class, () -> buffer.setBytes(wrong[0], other, wrong[1], wrong[2]));
                assertThrows(
                        IndexOutOfBoundsException.class,
                        () -> buffer.getBytes(wrong[0], new byte[300], wrong[1], wrong[2]));
                assertThrows(
                        IndexOutOfBoundsException.class,
                        () -> buffer.setBytes(wrong[0], new byte[300], wrong[1], wrong[2]));
            }
            assertArrayEquals(content, bytes(buffer, 0, CAPACITY));
            assertArrayEquals(new byte[300], bytes(other, 0, 300));
        } finally {
            other.release();
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void doNotGoToAReadOnlyBuffer(String kind) {
        ByteBuf other = make(kind, 300);
        try {
            other.setZero(0, 300);
            assertThrows(ReadOnlyBufferException.class, () -> buffer.getBytes(0, other.asReadOnly(), 0, 10));
            assertArrayEquals(new byte[300], bytes(other, 0, 300));
        } finally {
            other.release();
        }
    }

    @Test
    void areCopiedWithinTheBufferEvenWhereTheRangesOverlap() {
        for (int distance : new int[] {-20, -3, 0, 1, 20, 150}) {
            buffer.setBytes(0, content);
            buffer.setBytes(100 + distance, buffer, 100, 120);
            assertArrayEquals(range(100, 120), bytes(buffer, 100 + distance, 120));
            buffer.setBytes(0, content);
            buffer.getBytes(100, buffer.duplicate(), 100 + distance, 120);
            assertArrayEquals(range(100, 120), bytes(buffer, 100 + distance, 120));
        }
    }

    @Test
    void goToAndComeFromArrays() {
        byte[] array = new byte[60];
        buffer.getBytes(11, array, 5, 50);
        assertArrayEquals(range(11, 50), Arrays.copyOfRange(array, 5, 55));
        assertEquals(0, array[4] | array[55]);
        buffer.setBytes(440, array, 5, 50);
        assertArrayEquals(range(11, 50), bytes(buffer, 440, 50));
        buffer.readBytes(array);
        assertArrayEquals(range(0, 60), array);
        ByteBuf read = buffer.readBytes(30);
        assertArrayEquals(range(60, 30), bytes(read, 0, 30));
        read.release();
        buffer.getBytes(CAPACITY, new byte[0]);
    }

    @Test
    void goToAndComeFromNioBuffers() {
        for (ByteBuffer other : new ByteBuffer[] {ByteBuffer.allocate(90), ByteBuffer.allocateDirect(90)}) {
            other.position(10).limit(80);
            buffer.setBytes(0, content).getBytes(33, other);
            assertEquals(80, other.position());
            other.position(10);
            for (int i = 0; i < 70; i++) {
                assertEquals(content[33 + i], other.get(10 + i));
            }
            buffer.setBytes(400, other.asReadOnlyBuffer());
            assertArrayEquals(range(33, 70), bytes(buffer, 400, 70));
            assertThrows(IndexOutOfBoundsException.class, () -> buffer.getBytes(431, other));
            assertThrows(IndexOutOfBoundsException.class, () -> buffer.setBytes(431, other));
            assertThrows(ReadOnlyBufferException.class, () -> buffer.getBytes(0, other.asReadOnlyBuffer()));
            assertEquals(10, other.position());
            buffer.setIndex(0, CAPACITY).readBytes(other);
            assertEquals(70, buffer.readerIndex());
            buffer.clear().writeBytes(other.flip());
            assertEquals(80, buffer.writerIndex());
        }
        // A NIO buffer of the buffer itself.
        buffer.setBytes(0, content).setBytes(3, buffer.internalNioBuffer(0, 100));
        assertArrayEquals(range(0, 100), bytes(buffer, 3, 100));
    }

    @Test
    void doNotGoPastTheEndOfWhatIsWritten() {
        buffer.setIndex(0, 10);
        assertThrows(IndexOutOfBoundsException.class, () -> buffer.readBytes(new byte[11]));
        assertThrows(IndexOutOfBoundsException.class, () -> buffer.readBytes(ByteBuffer.allocate(11)));
        assertThrows(IndexOutOfBoundsException.class, () -> buffer.readBytes(Unpooled.buffer(11)));
        assertThrows(IndexOutOfBoundsException.class, () -> buffer.readSlice(11));
        assertThrows(IndexOutOfBoundsException.class, () -> buffer.readRetainedSlice(11));
        assertEquals(0, buffer.readerIndex());
        assertThrows(BufferOverflowException.class, () -> ByteBuffer.allocate(1).put(buffer.nioBuffer()));
    }
}
