package dev.heapwright.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.Buffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Buffers of values larger than a byte. */
class ValueBuffersTest {
    private static final ByteOrder NATIVE = ByteOrder.nativeOrder();

    /** A kind of buffer, with the size of its values in bytes. */
    record Kind(String name, int size, BiFunction<Long, Integer, Buffer> create) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Kind> kinds() {
        return List.of(
                new Kind("short", 2, Memory::shortBuffer),
                new Kind("char", 2, Memory::charBuffer),
                new Kind("int", 4, Memory::intBuffer),
                new Kind("long", 8, Memory::longBuffer),
                new Kind("float", 4, Memory::floatBuffer),
                new Kind("double", 8, Memory::doubleBuffer));
    }

    @Test
    void valuesAreWhereMemoryHasThem() {
        try (Block block = Block.of(64)) {
            long address = block.address();
            ShortBuffer shorts = Memory.shortBuffer(address, 4);
            CharBuffer chars = Memory.charBuffer(address, 4);
            IntBuffer ints = Memory.intBuffer(address, 4);
            LongBuffer longs = Memory.longBuffer(address, 4);
            FloatBuffer floats = Memory.floatBuffer(address, 4);
            DoubleBuffer doubles = Memory.doubleBuffer(address, 4);

            Memory.putShort(address + 6, (short) 0x1234);
            assertEquals(0x1234, shorts.get(3));
            assertEquals(0x1234, chars.get(3));
            ints.put(3, 0x1234_5678);
            assertEquals(0x1234_5678, Memory.getInt(address + 12));
            longs.put(3, 0x1234_5678_9abc_def0L);
            assertEquals(0x1234_5678_9abc_def0L, Memory.getLong(address + 24));
            floats.put(2, 1.5f);
            assertEquals(Float.floatToRawIntBits(1.5f), Memory.getInt(address + 8));
            doubles.put(2, 2.5);
            assertEquals(Double.doubleToRawLongBits(2.5), Memory.getLong(address + 16));
            assertEquals(NATIVE, ints.order());
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aBufferIsDirectAndHasAsManyValuesAsRequested(Kind kind) {
        try (Block block = Block.of(64)) {
            Buffer buffer = kind.create.apply(block.address() + 1, 3);
            assertTrue(buffer.isDirect());
            assertEquals(3, buffer.capacity());
            assertEquals(3, buffer.limit());
            assertEquals(0, buffer.position());
            assertEquals(0, kind.create.apply(block.address(), 0).capacity());
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aCountThatNoBufferCanHaveIsRefused(Kind kind) {
        int most = (Integer.MAX_VALUE - 8) / kind.size;
        assertEquals(most, kind.create.apply(64L, most).capacity());
        for (int count : new int[] {-1, Integer.MIN_VALUE, most + 1, Integer.MAX_VALUE}) {
            assertEquals(
                    "count is " + (count < 0 ? "negative: " : "too large: ") + count,
                    assertThrows(IllegalArgumentException.class, () -> kind.create.apply(64L, count))
                            .getMessage());
        }
    }
}
