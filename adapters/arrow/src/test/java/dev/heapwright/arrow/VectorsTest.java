package dev.heapwright.arrow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.adapters.testing.BlockLedger;
import dev.heapwright.adapters.testing.NothingLeaks;
import java.nio.charset.StandardCharsets;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.ValueVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.dictionary.DictionaryEncoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NothingLeaks.class)
class VectorsTest {
    @Test
    void vectorsOfAllLayoutsKeepTheirContent() {
        try (RootAllocator root = HeapAllocators.root();
                Inventory inventory = new Inventory(root)) {
            assertEquals(Inventory.ROWS, inventory.root().contentToTSVString());
            // Everything except what the allocator has reserved is from the heap.
            assertEquals(root.getAllocatedMemory(), BlockLedger.OF_HEAP.bytes());
        }
    }

    @Test
    void vectorsWithADictionaryAreDecoded() {
        try (RootAllocator root = HeapAllocators.root();
                Inventory inventory = new Inventory(root);
                ValueVector colours = DictionaryEncoder.decode(
                        inventory.root().getVector("colour"),
                        inventory.dictionaries().lookup(1))) {
            assertEquals("blue", colours.getObject(2).toString());
        }
    }

    @Test
    void vectorsOfNumbersKeepTheirContentWhenTheyGrow() {
        try (RootAllocator root = HeapAllocators.root();
                IntVector vector = new IntVector("numbers", root)) {
            for (int i = 0; i < 100_000; i++) {
                vector.setSafe(i, i);
            }
            vector.setValueCount(100_000);
            for (int i = 0; i < 100_000; i++) {
                assertEquals(i, vector.get(i));
            }
        }
    }

    @Test
    void vectorsOfTextsKeepTheirContentWhenTheyGrow() {
        try (RootAllocator root = HeapAllocators.root();
                VarCharVector vector = new VarCharVector("texts", root)) {
            for (int i = 0; i < 10_000; i++) {
                vector.setSafe(i, text(i));
            }
            vector.setValueCount(10_000);
            for (int i = 0; i < 10_000; i++) {
                assertArrayEquals(text(i), vector.get(i));
            }
        }
    }

    @Test
    void vectorsWithoutRowsTakeNoMemory() {
        try (RootAllocator root = HeapAllocators.root();
                IntVector vector = new IntVector("numbers", root)) {
            vector.setValueCount(0);
            assertEquals(0, vector.getBufferSize());
            assertEquals(0, BlockLedger.OF_HEAP.count());
        }
    }

    private static byte[] text(int i) {
        return "x".repeat(i % 100).concat(Integer.toString(i)).getBytes(StandardCharsets.UTF_8);
    }
}
