package dev.heapwright.netty;

import io.netty.buffer.ByteBuf;
import java.nio.ByteOrder;
import java.util.stream.Stream;

/** The four ways to a value of some bytes, as a long: {@code read} extends its sign unless it is unsigned. */
record Value(String name, int bytes, ByteOrder order, boolean signed, Get get, Set set, Read read, Write write) {
    private static final ByteOrder BE = ByteOrder.BIG_ENDIAN;
    private static final ByteOrder LE = ByteOrder.LITTLE_ENDIAN;

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

    /** {@return all types, each as it is read and written by its name} */
    @SuppressWarnings("UnnecessaryLambda") // A method reference would name one of several overloads.
    static Stream<Value> all() {
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
}
