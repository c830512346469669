package dev.heapwright.heap.checked;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiveBlockTableTest {
    private record Expected(long size, long align, Site site) {}

    private final Sites sites = new Sites();
    private final LiveBlockTable blocks = new LiveBlockTable(sites, 20);
    private final Map<Long, Expected> expected = new HashMap<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void itHoldsWhatAMapWouldHold(long seed) {
        Random random = new Random(seed);
        for (int step = 0; step < 20_000; step++) {
            // Few addresses, so that they are reused; in some phases mostly added, in others mostly removed.
            long address = 16L * (1 + random.nextInt(1_000));
            if (!expected.containsKey(address)) {
                if (random.nextInt(10) < (step / 2_000 % 2 == 0 ? 9 : 2)) {
                    add(address, 1 + random.nextInt(100), 1L << random.nextInt(62), random.nextInt(8));
                }
            } else if (random.nextInt(10) < 5) {
                blocks.remove(blocks.find(address));
                expected.remove(address);
            } else {
                blocks.resize(blocks.find(address), step + 1);
                expected.computeIfPresent(
                        address,
                        (key, block) -> new Expected(blocks.size(blocks.find(key)), block.align(), block.site()));
            }
            if (step % 100 == 0) {
                check();
            }
        }
        check();
    }

    private void add(long address, long size, long align, int place) {
        Trace trace = place(place);
        blocks.add(address, size, align, trace);
        expected.put(address, new Expected(size, align, trace.site()));
    }

    private static Trace place(int depth) {
        return depth == 0 ? new Trace() : place(depth - 1);
    }

    private void check() {
        assertEquals(expected.size(), blocks.count());
        List<Long> found = new ArrayList<>();
        for (int i = 0; i < blocks.capacity(); i++) {
            if (blocks.address(i) != 0) {
                found.add(blocks.address(i));
            }
        }
        assertEquals(expected.size(), found.size());
        expected.forEach((address, block) -> {
            int index = blocks.find(address);
            assertTrue(index >= 0);
            assertEquals(
                    block,
                    new Expected(
                            blocks.size(index),
                            blocks.align(index),
                            blocks.allocated(index).site()));
            assertEquals(block.site(), sites.get(blocks.site(index)));
        });
        assertEquals(-1, blocks.find(8));
    }
}
