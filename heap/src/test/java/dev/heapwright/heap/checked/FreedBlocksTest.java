package dev.heapwright.heap.checked;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FreedBlocksTest {
    private static final long SIZE = 10;

    private final FreedBlocks blocks = new FreedBlocks();
    private final Map<Long, TrackedBlock> expected = new HashMap<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void itHoldsWhatAMapWouldHold(long seed) {
        Random random = new Random(seed);
        for (int step = 0; step < 20_000; step++) {
            // Few addresses, so that they are reused; in some phases mostly added, in others mostly removed.
            long address = 1024L + 64L * random.nextInt(1_000);
            if (expected.containsKey(address) || random.nextInt(10) < (step / 2_000 % 2 == 0 ? 1 : 8)) {
                blocks.remove(address);
                expected.remove(address);
            } else {
                TrackedBlock block = block(address);
                blocks.add(block);
                expected.put(address, block);
            }
            assertEquals(expected.get(address), blocks.get(address));
        }
        for (long address = 1024; address < 1024 + 64 * 1000; address += 64) {
            assertEquals(expected.get(address), blocks.get(address));
            assertEquals(Optional.ofNullable(expected.get(address)), blocks.around(address + SIZE - 1));
            assertEquals(Optional.empty(), blocks.around(address + SIZE));
        }
    }

    @Test
    void removingAnUnknownBlockDoesNothing() {
        blocks.add(block(1024));
        blocks.remove(2048);
        assertEquals(block(1024), blocks.get(1024));
        assertNull(blocks.get(2048));
    }

    private static TrackedBlock block(long address) {
        return TrackedBlock.of(address, SIZE, 8, TrackedBlock.extent(SIZE, 8), Site.NOT_SAMPLED);
    }
}
