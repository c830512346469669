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
import java.util.stream.Stream;
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

    interface Get {
        long at(ByteBuf buffer, int index);
    }

    interface Set {
        void at(ByteBuf buffer, int index, long value);
    }

    interface Read {
        long from(ByteBuf buffer);
    }

    interface Write {
        void to(ByteBuf buffer, long value);
    }

    /** The four ways to a value of some bytes, as a long: {@code read} extends its sign unless it is unsigned. */
    record Value(String name, int bytes, ByteOrder order, boolean signed, Get get, Set set, Read read, Write write) {
        long expected(byte[] content, int index) {
            long value = 0;
            for (int i = 0; i < bytes; i++) {
                int at = order == ByteOrder.BIG_ENDIAN ? i : bytes - 1 - i;
                value = (value << 8) | (content[index + at] & 0xFF);
            }
            int unused = 64 - 8 * bytes;
            return signed ? (value << unused) >> unused : value;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static final ByteOrder BE = ByteOrder.BIG_ENDIAN;
    private static final ByteOrder LE = ByteOrder.LITTLE_ENDIAN;

    @SuppressWarnings("UnnecessaryLambda") // A method reference would name one of several overloads.
    static Stream<Value> values() {
        return Stream.of(
                new Value(
                        "byte",
                        1,
                        BE,
                        true,
                        ByteBuf::getByte,
                        (b, i, v) -> b.setByte(i, (int) v),
                        ByteBuf::readByte,
                        (b, v) -> b.writeByte((int) v)),
                new Value(
                        "unsigned byte",
                        1,
                        BE,
                        false,
                        ByteBuf::getUnsignedByte,
                        (b, i, v) -> b.setByte(i, (int) v),
                        ByteBuf::readUnsignedByte,
                        (b, v) -> b.writeByte((int) v)),
                new Value(
                        "short",
                        2,
                        BE,
                        true,
                        ByteBuf::getShort,
                        (b, i, v) -> b.setShort(i, (int) v),
                        ByteBuf::readShort,
                        (b, v) -> b.writeShort((int) v)),
                new Value(
                        "short LE",
                        2,
                        LE,
                        true,
                        ByteBuf::getShortLE,
                        (b, i, v) -> b.setShortLE(i, (int) v),
                        ByteBuf::readShortLE,
                        (b, v) -> b.writeShortLE((int) v)),
                new Value(
                        "unsigned short",
                        2,
                        BE,
                        false,
                        ByteBuf::getUnsignedShort,
                        (b, i, v) -> b.setShort(i, (int) v),
                        ByteBuf::readUnsignedShort,
                        (b, v) -> b.writeShort((int) v)),
                new Value(
                        "unsigned short LE",
                        2,
                        LE,
                        false,
                        ByteBuf::getUnsignedShortLE,
                        (b, i, v) -> b.setShortLE(i, (int) v),
                        ByteBuf::readUnsignedShortLE,
                        (b, v) -> b.writeShortLE((int) v)),
                new Value(
                        "char",
                        2,
                        BE,
                        false,
                        ByteBuf::getChar,
                        (b, i, v) -> b.setChar(i, (int) v),
                        ByteBuf::readChar,
                        (b, v) -> b.writeChar((int) v)),
                new Value(
                        "medium",
                        3,
                        BE,
                        true,
                        ByteBuf::getMedium,
                        (b, i, v) -> b.setMedium(i, (int) v),
                        ByteBuf::readMedium,
                        (b, v) -> b.writeMedium((int) v)),
                new Value(
                        "medium LE",
                        3,
                        LE,
                        true,
                        ByteBuf::getMediumLE,
                        (b, i, v) -> b.setMediumLE(i, (int) v),
                        ByteBuf::readMediumLE,
                        (b, v) -> b.writeMediumLE((int) v)),
                new Value(
                        "unsigned medium",
                        3,
                        BE,
                        false,
                        ByteBuf::getUnsignedMedium,
                        (b, i, v) -> b.setMedium(i, (int) v),
                        ByteBuf::readUnsignedMedium,
                        (b, v) -> b.writeMedium((int) v)),
                new Value(
                        "unsigned medium LE",
                        3,
                        LE,
                        false,
                        ByteBuf::getUnsignedMediumLE,
                        (b, i, v) -> b.setMediumLE(i, (int) v),
                        ByteBuf::readUnsignedMediumLE,
                        (b, v) -> b.writeMediumLE((int) v)),
                new Value(
                        "int",
                        4,
                        BE,
                        true,
                        ByteBuf::getInt,
                        (b, i, v) -> b.setInt(i, (int) v),
                        ByteBuf::readInt,
                        (b, v) -> b.writeInt((int) v)),
                new Value(
                        "int LE",
                        4,
                        LE,
                        true,
                        ByteBuf::getIntLE,
                        (b, i, v) -> b.setIntLE(i, (int) v),
                        ByteBuf::readIntLE,
                        (b, v) -> b.writeIntLE((int) v)),
                new Value(
                        "unsigned int",
                        4,
                        BE,
                        false,
                        ByteBuf::getUnsignedInt,
                        (b, i, v) -> b.setInt(i, (int) v),
                        ByteBuf::readUnsignedInt,
                        (b, v) -> b.writeInt((int) v)),
                new Value(
                        "unsigned int LE",
                        4,
                        LE,
                        false,
                        ByteBuf::getUnsignedIntLE,
                        (b, i, v) -> b.setIntLE(i, (int) v),
                        ByteBuf::readUnsignedIntLE,
                        (b, v) -> b.writeIntLE((int) v)),
                new Value(
                        "float bits",
                        4,
                        BE,
                        true,
                        (b, i) -> Float.floatToRawIntBits(b.getFloat(i)),
                        (b, i, v) -> b.setFloat(i, Float.intBitsToFloat((int) v)),
                        b -> Float.floatToRawIntBits(b.readFloat()),
                        (b, v) -> b.writeFloat(Float.intBitsToFloat((int) v))),
                new Value(
                        "long", 8, BE, true, ByteBuf::getLong, ByteBuf::setLong, ByteBuf::readLong, ByteBuf::writeLong),
                new Value(
                        "long LE",
                        8,
                        LE,
                        true,
                        ByteBuf::getLongLE,
                        ByteBuf::setLongLE,
                        ByteBuf::readLongLE,
                        ByteBuf::writeLongLE),
                new Value(
                        "double bits LE",
                        8,
                        LE,
                        true,
                        (b, i) -> Double.doubleToRawLongBits(b.getDoubleLE(i)),
                        (b, i, v) -> b.setDoubleLE(i, Double.longBitsToDouble(v)),
                        b -> Double.doubleToRawLongBits(b.readDoubleLE()),
                        (b, v) -> b.writeDoubleLE(Double.longBitsToDouble(v))));
    }

    @ParameterizedTest
    @MethodSource("values")
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
    @MethodSource("values")
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
    @MethodSource("values")
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
    @MethodSource("values")
    @SuppressWarnings("deprecation") // Deprecated or not, order(…) is part of the contract.
    void ofTheOtherOrderAreReversed(Value value) {
        ByteBuf swapped = buffer.order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer reversed = ByteBuffer.allocate(CAPACITY);
        for (int i = 0; i < value.bytes(); i++) {
            reversed.put(i, content[value.bytes() - 1 - i]);
        }
        boolean always = value.order() == LE;
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
