package dev.heapwright.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SelectionTest {

    @Test
    void aBenchmarkIsInTheClassesAndMatchesTheExpression() {
        Pattern include = Pattern.compile(new Selection("mix$|growth", 1).include("netty.BufferBenchmark"));
        List<String> names = List.of(
                "dev.heapwright.benchmarks.netty.BufferBenchmark.mix",
                "dev.heapwright.benchmarks.netty.BufferBenchmark.pair",
                "dev.heapwright.benchmarks.netty.BufferBenchmark.growth",
                "dev.heapwright.benchmarks.allocation.PairBenchmark.mix");
        assertEquals(
                List.of(names.get(0), names.get(2)),
                names.stream().filter(name -> include.matcher(name).find()).toList());
    }

    @Test
    void eachTurnIsOneJvmForEachBenchmark() {
        Selection one = new Selection("mix", 1);
        assertEquals(List.of(one, one, one), new Selection("mix", 3).turns());
    }
}
