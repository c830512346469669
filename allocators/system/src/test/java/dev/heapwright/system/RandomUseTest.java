package dev.heapwright.system;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomUseTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void inOneThreadBlocksDoNotOverlapAndKeepTheirContent(long seed) {
        RandomUse use = new RandomUse(seed);
        use.run(10_000);
        use.release().forEach(RandomUse::giveBack);
    }

    @Test
    void manyThreadsMayAllocateAndOthersGiveBack() throws Exception {
        ExecutorService allocating = Executors.newFixedThreadPool(4);
        ExecutorService givingBack = Executors.newFixedThreadPool(2);
        try {
            List<Future<List<RandomUse.Block>>> allocated = new ArrayList<>();
            for (int seed = 100; seed < 108; seed++) {
                RandomUse use = new RandomUse(seed);
                allocated.add(allocating.submit(() -> {
                    use.run(5_000);
                    return use.release();
                }));
            }
            List<Future<?>> givenBack = new ArrayList<>();
            for (Future<List<RandomUse.Block>> use : allocated) {
                List<RandomUse.Block> blocks = use.get();
                givenBack.add(givingBack.submit(() -> blocks.forEach(RandomUse::giveBack)));
            }
            for (Future<?> done : givenBack) {
                done.get();
            }
        } finally {
            allocating.shutdownNow();
            givingBack.shutdownNow();
        }
    }
}
