package dev.heapwright.memory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ByteBufferTest {
    @Test
    void bufferAndMemoryShareTheirContent() {
        try (Block block = Block.of(Block.randomBytes(64, 5))) {
            ByteBuffer buffer = Memory.byteBuffer(block.address() + 3, 40);
            byte[] read = new byte[40];
            buffer.get(read);
            byte[] expected = new byte[40];
            Memory.copyToArray(block.address() + 3, expected, 0, 40);
            assertArrayEquals(expected, read);

            buffer.putLong(7, 0x0102_0304_0506_0708L);
            assertEquals(1, Memory.getByte(block.address() + 10));
            assertEquals(8, Memory.getByte(block.address() + 17));
            Memory.putByte(block.address() + 42, (byte) 99);
            assertEquals(99, buffer.get(39));
        }
    }

    @Test
    void theBufferIsDirectBigEndianAndOfTheRequestedSize() {
        try (Block block = Block.of(64)) {
            ByteBuffer buffer = Memory.byteBuffer(block.address(), 40);
            assertTrue(buffer.isDirect());
            assertFalse(buffer.isReadOnly());
            assertEquals(ByteOrder.BIG_ENDIAN, buffer.order());
            assertEquals(0, buffer.position());
            assertEquals(40, buffer.limit());
            assertEquals(40, buffer.capacity());
            assertThrows(IndexOutOfBoundsException.class, () -> buffer.put(40, (byte) 1));
            assertEquals(30, buffer.slice(10, 30).capacity());
        }
    }

    @Test
    void buffersOfTheSameMemoryHaveTheirOwnPositions() {
        try (Block block = Block.of(16)) {
            ByteBuffer one = Memory.byteBuffer(block.address(), 16);
            ByteBuffer other = Memory.byteBuffer(block.address() + 8, 8);
            one.position(8).put((byte) 7);
            assertEquals(0, other.position());
            assertEquals(7, other.get());
        }
    }

    @Test
    void channelsReadAndWriteTheMemory(@TempDir Path folder) throws IOException {
        byte[] content = Block.randomBytes(5000, 6);
        Path file = folder.resolve("content");
        try (Block from = Block.of(content);
                Block to = Block.of(5000);
                FileChannel channel = FileChannel.open(
                        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            assertEquals(5000, channel.write(Memory.byteBuffer(from.address(), 5000)));
            assertArrayEquals(content, Files.readAllBytes(file));
            assertEquals(5000, channel.read(Memory.byteBuffer(to.address(), 5000), 0));
            assertArrayEquals(content, to.content());
        }
    }

    @Test
    void aBufferOfNoBytesMayBeAnywhere() {
        ByteBuffer buffer = Memory.byteBuffer(16, 0);
        assertEquals(0, buffer.capacity());
        assertFalse(buffer.hasRemaining());
    }

    @Test
    void aNegativeSizeIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Memory.byteBuffer(16, -1));
        assertThrows(IllegalArgumentException.class, () -> Memory.byteBuffer(16, Integer.MAX_VALUE));
        assertEquals(
                Integer.MAX_VALUE - 8,
                Memory.byteBuffer(16, Integer.MAX_VALUE - 8).capacity());
    }
}
