package dev.heapwright.netty;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufInputStream;
import io.netty.buffer.ByteBufOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.Pipe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Bytes on their way to and from streams and channels. */
@ExtendWith(NothingLeaks.class)
class ChannelTest {
    private static final int LENGTH = 10_000;

    private final byte[] content = new byte[LENGTH];
    private final ByteBuf buffer = HeapByteBufAllocator.DEFAULT.directBuffer(LENGTH);

    ChannelTest() {
        new Random(4).nextBytes(content);
        buffer.writeBytes(content);
    }

    @AfterEach
    void release() {
        buffer.release();
    }

    private byte[] range(int from, int length) {
        return Arrays.copyOfRange(content, from, from + length);
    }

    private byte[] inBuffer(int from, int length) {
        byte[] bytes = new byte[length];
        buffer.getBytes(from, bytes);
        return bytes;
    }

    @Test
    void streamsAreWritten() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        buffer.getBytes(100, out, 9_000);
        assertArrayEquals(range(100, 9_000), out.toByteArray());
        out.reset();
        buffer.readBytes(out, 5_000);
        assertEquals(5_000, buffer.readerIndex());
        assertArrayEquals(range(0, 5_000), out.toByteArray());
        buffer.getBytes(0, out, 0);
        assertEquals(5_000, out.size());
        assertThrows(IndexOutOfBoundsException.class, () -> buffer.getBytes(9_000, out, 1_001));
        assertThrows(IndexOutOfBoundsException.class, () -> buffer.readBytes(out, 5_001));
        assertEquals(5_000, out.size());
    }

    @Test
    void streamsAreReadToTheirEnd() throws IOException {
        byte[] other = range(2_000, 6_000);
        ByteArrayInputStream in = new ByteArrayInputStream(other);
        assertEquals(5_000, buffer.setBytes(1, in, 5_000));
        assertArrayEquals(range(2_000, 5_000), inBuffer(1, 5_000));
        assertEquals(1_000, buffer.setBytes(1, in, 5_000));
        assertArrayEquals(range(7_000, 1_000), inBuffer(1, 1_000));
        assertEquals(-1, buffer.setBytes(1, in, 5_000));
        assertEquals(6_000, buffer.clear().writeBytes(new ByteArrayInputStream(other), 20_000));
        assertEquals(6_000, buffer.writerIndex());
        assertArrayEquals(other, inBuffer(0, 6_000));
        assertThrows(IndexOutOfBoundsException.class, () -> buffer.setBytes(buffer.capacity() - 1, in, 2));
    }

    @Test
    void nettysStreamsReadAndWriteTheBuffer() throws IOException {
        try (ByteBufInputStream in = new ByteBufInputStream(buffer)) {
            assertArrayEquals(content, in.readAllBytes());
        }
        buffer.clear();
        try (ByteBufOutputStream out = new ByteBufOutputStream(buffer)) {
            out.writeUTF("off the heap");
            out.writeLong(7);
        }
        try (ByteBufInputStream in = new ByteBufInputStream(buffer)) {
            assertEquals("off the heap", in.readUTF());
            assertEquals(7, in.readLong());
        }
    }

    @Test
    void filesAreWrittenAndReadAtAPosition(@TempDir Path folder) throws IOException {
        Path path = folder.resolve("file");
        FileChannel file =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try (file) {
            assertEquals(3_000, buffer.getBytes(10, file, 5, 3_000));
            assertEquals(2_000, buffer.readBytes(file, 3_005, 2_000));
            assertEquals(2_000, buffer.readerIndex());
            assertEquals(0, file.position());
            assertEquals(0, buffer.getBytes(0, file, 0, 0));
            byte[] written = Files.readAllBytes(path);
            assertArrayEquals(range(10, 3_000), Arrays.copyOfRange(written, 5, 3_005));
            assertArrayEquals(range(0, 2_000), Arrays.copyOfRange(written, 3_005, 5_005));

            assertEquals(3_000, buffer.setBytes(4, file, 5, 3_000));
            assertArrayEquals(range(10, 3_000), inBuffer(4, 3_000));
            assertEquals(2_000, buffer.clear().writeBytes(file, 3_005, 4_000));
            assertArrayEquals(range(0, 2_000), inBuffer(0, 2_000));
            assertEquals(-1, buffer.setBytes(0, file, 5_005, 10));
            assertThrows(IndexOutOfBoundsException.class, () -> buffer.getBytes(9_000, file, 0, 1_001));
            assertThrows(IndexOutOfBoundsException.class, () -> buffer.setBytes(9_000, file, 0, 1_001));
        }
        assertEquals(-1, buffer.setBytes(0, file, 0, 10));
    }

    @Test
    void channelsAreWrittenAndRead() throws IOException {
        Pipe pipe = Pipe.open();
        try (Pipe.SourceChannel source = pipe.source()) {
            try (Pipe.SinkChannel sink = pipe.sink()) {
                assertEquals(1_000, buffer.getBytes(7, sink, 1_000));
                assertEquals(500, buffer.readBytes(sink, 500));
                assertEquals(500, buffer.readerIndex());
                assertEquals(0, buffer.getBytes(0, sink, 0));
            }
            assertEquals(1_000, buffer.setBytes(2, source, 1_000));
            assertArrayEquals(range(7, 1_000), inBuffer(2, 1_000));
            assertEquals(500, buffer.clear().writeBytes(source, 600));
            assertArrayEquals(range(0, 500), inBuffer(0, 500));
            assertEquals(-1, buffer.setBytes(0, source, 10));
        }
        assertEquals(-1, buffer.setBytes(0, pipe.source(), 10));
    }
}
