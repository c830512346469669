package dev.heapwright.netty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Text in a buffer, looking for bytes, and comparing. */
@ExtendWith(NothingLeaks.class)
class ContentTest {
    private final ByteBuf buffer = HeapByteBufAllocator.DEFAULT.directBuffer(16);

    @AfterEach
    void release() {
        buffer.release();
    }

    static Stream<Charset> charsets() {
        return Stream.of(
                StandardCharsets.UTF_8,
                StandardCharsets.US_ASCII,
                StandardCharsets.ISO_8859_1,
                StandardCharsets.UTF_16,
                StandardCharsets.UTF_16LE);
    }

    @ParameterizedTest
    @MethodSource("charsets")
    void textIsWrittenAndRead(Charset charset) {
        String text =
                charset.newEncoder().canEncode('€') ? "Straße, 10 €, \uD83D\uDE00, plain" : "nothing but plain text";
        int bytes = buffer.writeCharSequence(text, charset);
        assertEquals(text.getBytes(charset).length, bytes);
        assertEquals(Unpooled.wrappedBuffer(text.getBytes(charset)), buffer);
        assertEquals(text, buffer.toString(charset));
        assertEquals(text, buffer.getCharSequence(0, bytes, charset).toString());
        assertEquals(text, buffer.readString(bytes, charset));
        assertEquals(bytes, buffer.setCharSequence(0, text, charset));
        assertThrows(
                IndexOutOfBoundsException.class, () -> buffer.setCharSequence(buffer.capacity() - 1, text, charset));
    }

    @Test
    void aByteIsFoundWhereAnArrayHasIt() {
        byte[] content = new byte[400];
        new Random(6).nextBytes(content);
        ByteBuf expected = Unpooled.wrappedBuffer(content);
        buffer.writeBytes(content);
        for (int value = -128; value < 128; value++) {
            byte wanted = (byte) value;
            for (int from : new int[] {0, 1, 7, 200, 399}) {
                assertEquals(expected.indexOf(from, 400, wanted), buffer.indexOf(from, 400, wanted));
                assertEquals(expected.indexOf(from, 0, wanted), buffer.indexOf(from, 0, wanted));
            }
            assertEquals(expected.bytesBefore(wanted), buffer.bytesBefore(wanted));
            assertEquals(expected.bytesBefore(9, 70, wanted), buffer.bytesBefore(9, 70, wanted));
        }
        ByteBuf needle = Unpooled.wrappedBuffer(content, 123, 20);
        assertEquals(123, ByteBufUtil.indexOf(needle, buffer));
    }

    @Test
    void bytesAreVisitedInEitherDirectionUntilTheVisitorStops() {
        buffer.writeBytes(new byte[] {1, 2, 3, 4, 5});
        List<Byte> seen = new ArrayList<>();
        assertEquals(-1, buffer.forEachByte(seen::add));
        assertEquals(List.of((byte) 1, (byte) 2, (byte) 3, (byte) 4, (byte) 5), seen);
        seen.clear();
        assertEquals(2, buffer.forEachByteDesc(b -> seen.add(b) && b != 3));
        assertEquals(List.of((byte) 5, (byte) 4, (byte) 3), seen);
        assertEquals(3, buffer.forEachByte(1, 4, b -> b != 4));
    }

    @Test
    void buffersOfTheSameBytesAreEqualWhateverTheirKind() {
        byte[] content = new byte[77];
        new Random(7).nextBytes(content);
        ByteBuf array = Unpooled.wrappedBuffer(content);
        buffer.writeZero(3).writeBytes(content).skipBytes(3);
        assertEquals(array, buffer);
        assertEquals(buffer, array);
        assertEquals(array.hashCode(), buffer.hashCode());
        assertEquals(0, buffer.compareTo(array));
        for (int i = 0; i < 77; i++) {
            byte other = (byte) (content[i] + 1);
            buffer.setByte(3 + i, other);
            assertNotEquals(array, buffer);
            int sign = Byte.compareUnsigned(other, content[i]) > 0 ? 1 : -1;
            assertEquals(sign, Integer.signum(buffer.compareTo(array)));
            assertEquals(-sign, Integer.signum(array.compareTo(buffer)));
            buffer.setByte(3 + i, content[i]);
        }
        assertTrue(buffer.compareTo(array.slice(0, 76)) > 0);
        assertEquals(ByteBufUtil.hexDump(array), ByteBufUtil.hexDump(buffer));
    }

    @Test
    void itsDescriptionHasTheIndices() {
        buffer.setIndex(1, 5);
        assertTrue(buffer.toString().contains("ridx: 1, widx: 5, cap: 16"), buffer.toString());
    }
}
