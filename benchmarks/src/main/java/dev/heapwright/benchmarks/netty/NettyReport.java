package dev.heapwright.benchmarks.netty;

import dev.heapwright.benchmarks.Option;
import dev.heapwright.benchmarks.Selection;
import dev.heapwright.benchmarks.Settings;
import dev.heapwright.benchmarks.allocation.Measurements;
import dev.heapwright.benchmarks.allocation.SubjectJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.RunnerException;

/** Measures buffers of all allocators, one after the other, and writes {@code netty.md}. */
public final class NettyReport {
    /** The options. */
    public static final List<Option> OPTIONS = Selection.options(2);

    private static final String[] COLUMNS = {
        "pair 64", "pair 1024", "pair 16384", "pair 65536", "mix", "mix, 2 threads", "growth"
    };

    private NettyReport() {}

    /** Measures. */
    public static void run(Settings settings) throws IOException, RunnerException {
        Selection selection = Selection.of(settings);
        List<SubjectJvm> subjects =
                Stream.of(Allocators.values()).map(Allocators::jvm).toList();
        Measurements times = new Measurements();
        for (Selection turn : selection.turns()) {
            for (SubjectJvm each : subjects) {
                each.benchmark("netty.BufferBenchmark", 1, turn, times);
                each.benchmark("netty.BufferBenchmark.mix", 2, turn, times);
            }
        }
        if (times.isEmpty()) {
            throw selection.nothing();
        }
        String report = String.join(
                "\n",
                "Direct buffers, by bytes, allocated and released, and one that grows from 64 bytes to 1 MiB, ns:\n",
                times.table(COLUMNS),
                "Ratios, below 1 is faster:\n",
                times.ratiosToPeers(subjects).table(COLUMNS));
        Files.writeString(Files.createDirectories(settings.folder()).resolve("netty.md"), report);
        System.out.println(report);
    }
}
