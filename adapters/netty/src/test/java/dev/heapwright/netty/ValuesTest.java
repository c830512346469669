package dev.heapwright.netty;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each type of value, by index and in sequence, against what {@link ByteBuffer} makes of it. */
@ExtendWith(NothingLeaks.class)
class ValuesTest {
    private static final int CAPACITY = 64;

    private final byte[] content = new byte[CAPACITY];
    private ByteBuf buffer = HeapByteBufAllocator.DEFAULT.directBuffer(0, 0);

    @BeforeEach
    void fill() {
        new Random(8).nextBytes(content);
        buffer = HeapByteBufAllocator.DEFAULT.directBuffer(CAPACITY, CAPACITY);
        buffer.setBytes(0, content);
    }

    @AfterEach
    void release() {
        buffer.release();
    }

    @ParameterizedTest
    @MethodSource("dev.heapwright.netty.Value#all")
    void areReadAtEachIndex(Value value) {
        for (int index = 0; index <= CAPACITY - value.bytes(); index++) {
            assertEquals(value.expected(content, index), value.get().at(buffer, index), "at " + index);
        }
        buffer.setIndex(0, CAPACITY);
        for (int index = 0; index <= CAPACITY - value.bytes(); index += value.bytes()) {
            assertEquals(index, buffer.readerIndex());
            assertEquals(value.expected(content, index), value.read().from(buffer));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.heapwright.netty.Value#all")
    void areWrittenAtEachIndexAndNowhereElse(Value value) {
        for (int index = 0; index <= CAPACITY - value.bytes(); index++) {
            long written = value.expected(content, CAPACITY - value.bytes() - index);
            buffer.setBytes(0, content);
            value.set().at(buffer, index, written);

            assertEquals(written, value.get().at(buffer, index));
            byte[] after = new byte[CAPACITY];
            buffer.getBytes(0, after);
            assertEquals(written, value.expected(after, index));
            System.arraycopy(content, index, after, index, value.bytes());
            assertArrayEquals(content, after, "beside " + index);
        }
        buffer.clear();
        for (int index = 0; index <= CAPACITY - value.bytes(); index += value.bytes()) {
            value.write().to(buffer, value.expected(content, index));
            assertEquals(index + value.bytes(), buffer.writerIndex());
        }
        byte[] after = content.clone();
        buffer.getBytes(0, after, 0, buffer.writerIndex());
        assertArrayEquals(content, after);
    }

    @ParameterizedTest
    @MethodSource("dev.heapwright.netty.Value#all")
    void areRefusedWhereTheyAreNotWhollyInside(Value value) {
        for (int index : new int[] {-1, CAPACITY - value.bytes() + 1, CAPACITY, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
            assertThrows(IndexOutOfBoundsException.class, () -> value.get().at(buffer, index));
            assertThrows(IndexOutOfBoundsException.class, () -> value.set().at(buffer, index, 1));
        }
        buffer.setIndex(CAPACITY - value.bytes() + 1, CAPACITY);
        assertThrows(IndexOutOfBoundsException.class, () -> value.read().from(buffer));
        assertThrows(IndexOutOfBoundsException.class, () -> value.write().to(buffer, 1));
        byte[] after = new byte[CAPACITY];
        buffer.getBytes(0, after);
        assertArrayEquals(content, after);
    }

    @ParameterizedTest
    @MethodSource("dev.heapwright.netty.Value#all")
    @SuppressWarnings("deprecation") // Deprecated or not, order(…) is part of the contract.
    void ofTheOtherOrderAreReversed(Value value) {
        ByteBuf swapped = buffer.order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer reversed = ByteBuffer.allocate(CAPACITY);
        for (int i = 0; i < value.bytes(); i++) {
            reversed.put(i, content[value.bytes() - 1 - i]);
        }
        boolean always = value.order() == ByteOrder.LITTLE_ENDIAN;
        assertEquals(
                value.expected(always ? content : reversed.array(), 0),
                value.get().at(swapped, 0));
    }

    @Test
    void booleansAreBytes() {
        buffer.setBoolean(3, true).setBoolean(4, false).setByte(5, 2);
        assertEquals(
                List.of(true, false, true), List.of(buffer.getBoolean(3), buffer.getBoolean(4), buffer.getBoolean(5)));
        assertEquals(1, buffer.getByte(3));
    }

    @Test
    void zerosAreWrittenToARangeAndNowhereElse() {
        for (int length = 0; length < 40; length++) {
            buffer.setBytes(0, content);
            buffer.setZero(7, length);
            byte[] expected = content.clone();
            Arrays.fill(expected, 7, 7 + length, (byte) 0);
            byte[] after = new byte[CAPACITY];
            buffer.getBytes(0, after);
            assertArrayEquals(expected, after);
        }
        assertThrows(IndexOutOfBoundsException.class, () -> buffer.setZero(60, 5));
    }
}
