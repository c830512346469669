package dev.heapwright.arrow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.adapters.testing.BlockLedger;
import dev.heapwright.adapters.testing.NothingLeaks;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.apache.arrow.c.ArrowArray;
import org.apache.arrow.c.ArrowArrayStream;
import org.apache.arrow.c.ArrowSchema;
import org.apache.arrow.c.CDataDictionaryProvider;
import org.apache.arrow.c.Data;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.dictionary.Dictionary;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.apache.arrow.vector.ipc.ArrowStreamReader;
import org.apache.arrow.vector.types.pojo.DictionaryEncoding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Arrow's C data interface: exports memory of the heap to C, and imports it again. */
@ExtendWith(NothingLeaks.class)
class CDataTest {
    @Test
    void exportedVectorsAreImported() {
        try (RootAllocator root = HeapAllocators.root();
                BufferAllocator exporting = root.newChildAllocator("exporting", 0, Long.MAX_VALUE);
                BufferAllocator importing = root.newChildAllocator("importing", 0, Long.MAX_VALUE);
                ArrowArray array = ArrowArray.allocateNew(importing);
                ArrowSchema schema = ArrowSchema.allocateNew(importing);
                CDataDictionaryProvider dictionaries = new CDataDictionaryProvider()) {
            try (Inventory inventory = new Inventory(exporting)) {
                Data.exportVectorSchemaRoot(exporting, inventory.root(), inventory.dictionaries(), array, schema);
            }
            // The exporter has closed its vectors; what it has exported stays live.
            assertTrue(exporting.getAllocatedMemory() > 0);
            try (VectorSchemaRoot imported = Data.importVectorSchemaRoot(importing, array, schema, dictionaries)) {
                assertEquals(Inventory.ROWS, imported.contentToTSVString());
                assertEquals(
                        "[red, green, blue]",
                        dictionaryOf("colour", imported, dictionaries)
                                .getVector()
                                .toString());
            }
        }
    }

    @Test
    void theMemoryIsNotCopied() {
        try (RootAllocator root = HeapAllocators.root();
                ArrowArray array = ArrowArray.allocateNew(root);
                ArrowSchema schema = ArrowSchema.allocateNew(root);
                IntVector vector = new IntVector("numbers", root)) {
            vector.setSafe(0, 42);
            vector.setValueCount(1);
            Data.exportVector(root, vector, null, array, schema);
            try (IntVector imported = (IntVector) Data.importVector(root, array, schema, null)) {
                assertEquals(vector.getDataBufferAddress(), imported.getDataBufferAddress());
                assertEquals(42, imported.get(0));
            }
        }
    }

    @Test
    void vectorsWithoutRowsAndTheirEmptyBuffersAreImported() {
        try (RootAllocator root = HeapAllocators.root();
                ArrowArray array = ArrowArray.allocateNew(root);
                ArrowSchema schema = ArrowSchema.allocateNew(root);
                IntVector vector = new IntVector("numbers", root)) {
            Data.exportVectorSchemaRoot(root, new VectorSchemaRoot(List.of(vector)), null, array, schema);
            try (VectorSchemaRoot imported = Data.importVectorSchemaRoot(root, array, schema, null)) {
                assertEquals(0, imported.getRowCount());
                assertEquals(0, imported.getVector("numbers").getValueCount());
            }
        }
    }

    @Test
    void exportedVectorsThatAreNotImportedAreReleased() {
        try (RootAllocator root = HeapAllocators.root();
                ArrowArray array = ArrowArray.allocateNew(root);
                ArrowSchema schema = ArrowSchema.allocateNew(root);
                Inventory inventory = new Inventory(root)) {
            Data.exportVectorSchemaRoot(root, inventory.root(), inventory.dictionaries(), array, schema);
            array.release();
            schema.release();
        }
    }

    @Test
    void aStreamIsImportedBatchByBatch() throws IOException {
        byte[] bytes = Inventory.stream();
        try (RootAllocator root = HeapAllocators.root();
                ArrowReader exported = new ArrowStreamReader(new ByteArrayInputStream(bytes), root);
                ArrowArrayStream stream = ArrowArrayStream.allocateNew(root)) {
            Data.exportArrayStream(root, exported, stream);
            try (ArrowReader imported = Data.importArrayStream(root, stream)) {
                for (int i = 0; i < 2; i++) {
                    assertTrue(imported.loadNextBatch());
                    assertEquals(Inventory.ROWS, imported.getVectorSchemaRoot().contentToTSVString());
                }
                assertFalse(imported.loadNextBatch());
            }
        }
        assertEquals(0, BlockLedger.OF_HEAP.bytes());
    }

    /** Importing gives it another number. */
    private static Dictionary dictionaryOf(
            String name, VectorSchemaRoot imported, CDataDictionaryProvider dictionaries) {
        DictionaryEncoding encoding =
                Objects.requireNonNull(imported.getVector(name).getField().getDictionary());
        return dictionaries.lookup(encoding.getId());
    }
}
