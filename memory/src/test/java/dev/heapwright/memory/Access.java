package dev.heapwright.memory;

import java.nio.ByteBuffer;
import java.util.List;

/** A way to read and to write a type, and the expected memory content. */
record Access<T>(String name, int bytes, Get<T> get, Put<T> put, InBuffer<T> expected, List<T> values) {
    interface Get<T> {
        T at(long address);
    }

    interface Put<T> {
        void at(long address, T value);
    }

    interface InBuffer<T> {
        ByteBuffer put(ByteBuffer buffer, int index, T value);
    }

    static Access<Byte> ofByte(String name, Get<Byte> get, Put<Byte> put) {
        return new Access<>(name, 1, get, put, ByteBuffer::put, List.of(Byte.MIN_VALUE, (byte) -1, (byte) 0x5A));
    }

    static Access<Boolean> ofBoolean(String name, Get<Boolean> get, Put<Boolean> put) {
        return new Access<>(
                name, 1, get, put, (buffer, i, v) -> buffer.put(i, (byte) (v ? 1 : 0)), List.of(true, false));
    }

    static Access<Short> ofShort(String name, Get<Short> get, Put<Short> put) {
        return new Access<>(
                name, 2, get, put, ByteBuffer::putShort, List.of(Short.MIN_VALUE, (short) 0x1234, (short) 0x80FF));
    }

    static Access<Character> ofChar(String name, Get<Character> get, Put<Character> put) {
        return new Access<>(name, 2, get, put, ByteBuffer::putChar, List.of('\uFFFE', '\u1234', 'a'));
    }

    static Access<Integer> ofInt(String name, Get<Integer> get, Put<Integer> put) {
        return new Access<>(
                name, 4, get, put, ByteBuffer::putInt, List.of(Integer.MIN_VALUE, 0x12345678, 0x80FF80FF, -2));
    }

    static Access<Long> ofLong(String name, Get<Long> get, Put<Long> put) {
        return new Access<>(
                name,
                8,
                get,
                put,
                ByteBuffer::putLong,
                List.of(Long.MIN_VALUE, 0x123456789ABCDEF0L, 0x80FF80FF80FF80FFL, -2L));
    }

    static Access<Float> ofFloat(String name, Get<Float> get, Put<Float> put) {
        return new Access<>(name, 4, get, put, ByteBuffer::putFloat, List.of(-0f, Float.MIN_VALUE, (float) Math.PI));
    }

    static Access<Double> ofDouble(String name, Get<Double> get, Put<Double> put) {
        return new Access<>(name, 8, get, put, ByteBuffer::putDouble, List.of(-0d, Double.MIN_VALUE, Math.PI));
    }

    @Override
    public String toString() {
        return name;
    }
}
