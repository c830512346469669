package dev.heapwright.arrow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.adapters.testing.BlockLedger;
import dev.heapwright.adapters.testing.NothingLeaks;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.apache.arrow.memory.OutOfMemoryException;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.ipc.ArrowFileReader;
import org.apache.arrow.vector.ipc.ArrowFileWriter;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.apache.arrow.vector.ipc.ArrowStreamReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Arrow's streams and files, written from memory of the heap and read into it. */
@ExtendWith(NothingLeaks.class)
class IpcTest {
    @Test
    void aStreamIsReadAsItWasWritten() throws IOException {
        byte[] stream = Inventory.stream();
        try (RootAllocator root = HeapAllocators.root();
                ArrowReader reader = new ArrowStreamReader(new ByteArrayInputStream(stream), root)) {
            assertTwoBatches(reader);
            assertEquals(root.getAllocatedMemory(), BlockLedger.OF_HEAP.bytes());
        }
    }

    @Test
    void aFileIsReadAsItWasWritten(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("inventory.arrow");
        try (RootAllocator root = HeapAllocators.root();
                Inventory inventory = new Inventory(root);
                FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                ArrowFileWriter writer = new ArrowFileWriter(inventory.root(), inventory.dictionaries(), channel)) {
            writer.start();
            writer.writeBatch();
            writer.writeBatch();
            writer.end();
        }
        try (RootAllocator root = HeapAllocators.root();
                FileChannel channel = FileChannel.open(file);
                ArrowFileReader reader = new ArrowFileReader(channel, root)) {
            assertEquals(2, reader.getRecordBlocks().size());
            assertTwoBatches(reader);
            assertTrue(reader.loadRecordBatch(reader.getRecordBlocks().get(0)));
            assertEquals(Inventory.ROWS, reader.getVectorSchemaRoot().contentToTSVString());
        }
    }

    @Test
    void aStreamThatEndsTooEarlyLeavesNothingBehind() throws IOException {
        byte[] stream = Inventory.stream();
        for (int length = 0; length < stream.length - 8; length += 256) {
            byte[] part = Arrays.copyOf(stream, length);
            try (RootAllocator root = HeapAllocators.root();
                    ArrowReader reader = new ArrowStreamReader(new ByteArrayInputStream(part), root)) {
                assertThrows(Exception.class, () -> {
                    while (reader.loadNextBatch()) {
                        assertEquals(
                                Inventory.ROWS, reader.getVectorSchemaRoot().contentToTSVString());
                    }
                    // Arrow takes the end of input between two batches for the end of the stream.
                    throw new IOException("too short");
                });
            }
        }
    }

    @Test
    void aBatchForWhichTheHeapHasNoMemoryIsAnOutOfMemoryException() throws IOException {
        byte[] stream = Inventory.stream();
        try (RootAllocator root = HeapAllocators.root();
                ArrowReader reader = new ArrowStreamReader(new ByteArrayInputStream(stream), root)) {
            reader.getVectorSchemaRoot();
            BlockLedger.OF_HEAP.limitedTo(100, () -> assertThrows(OutOfMemoryException.class, reader::loadNextBatch));
        }
    }

    private static void assertTwoBatches(ArrowReader reader) throws IOException {
        for (int i = 0; i < 2; i++) {
            assertTrue(reader.loadNextBatch());
            assertEquals(Inventory.ROWS, reader.getVectorSchemaRoot().contentToTSVString());
        }
        assertEquals("[red, green, blue]", reader.lookup(1).getVector().toString());
        assertFalse(reader.loadNextBatch());
    }
}
