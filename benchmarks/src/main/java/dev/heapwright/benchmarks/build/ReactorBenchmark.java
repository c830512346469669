package dev.heapwright.benchmarks.build;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * What Heapwright adds to the build of a large reactor. Each is built with and without it in turn: once to measure the
 * time, and again to sample the heap.
 *
 * @param maven that builds
 * @param folder for the projects
 * @param version of Heapwright
 * @param runs how often each is built for the time, and how often for the heap
 */
record ReactorBenchmark(MavenRun maven, Path folder, String version, int runs) {
    private static final List<String> WITHOUT = List.of();
    private static final List<String> WITH = List.of("-Pheapwright");
    /** Each module has the plugin, but it does nothing: the cost of any plugin. */
    private static final List<String> SKIPPED = List.of("-Pheapwright", "-Dheapwright.skip");

    /**
     * {@return two tables, one for time and one for the heap}
     *
     * @param sizes in modules; at least 100
     * @param threads the number of Maven's threads
     */
    String tables(List<Integer> sizes, List<Integer> threads) throws IOException, InterruptedException {
        MarkdownTable time = new MarkdownTable(List.of(
                "modules, threads", "without, s", "with, s", "added, ms per module", "bind + check, ms per module"));
        MarkdownTable heap = new MarkdownTable(List.of(
                "modules, threads",
                "peak, without, MB",
                "peak, with, MB",
                "retained, without, MB",
                "retained, plugin skipped, MB",
                "retained, with, MB"));
        for (int size : sizes) {
            Path project = folder.resolve("reactor-" + size);
            new GeneratedReactor(project, size, version).write();
            for (int count : threads) {
                time.row(time(project, size, count));
                heap.row(heap(project, size, count));
            }
        }
        return time + "\n" + heap;
    }

    private List<String> time(Path project, int size, int threads) throws IOException, InterruptedException {
        List<Double> without = new ArrayList<>();
        List<Double> with = new ArrayList<>();
        List<Double> goals = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            without.add(maven.time(project, build(threads, WITHOUT)).seconds());
            MavenRun.Result result = maven.time(project, build(threads, WITH));
            with.add(result.seconds());
            goals.add(result.goals().stream()
                    .filter(goal -> goal.goal().startsWith("heapwright:"))
                    .mapToDouble(GoalTime::millis)
                    .sum());
        }
        double added = Median.of(with) - Median.of(without);
        return List.of(
                size + ", " + threads,
                MarkdownTable.number(Median.of(without)),
                MarkdownTable.number(Median.of(with)),
                MarkdownTable.number(added * 1000 / size),
                // The lines of several threads are interleaved.
                MarkdownTable.number(threads == 1 ? Median.of(goals) / size : Double.NaN));
    }

    private List<String> heap(Path project, int size, int threads) throws IOException, InterruptedException {
        List<HeapWatch.Live> without = new ArrayList<>();
        List<HeapWatch.Live> skipped = new ArrayList<>();
        List<HeapWatch.Live> with = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            without.add(maven.heap(project, build(threads, WITHOUT)));
            skipped.add(maven.heap(project, build(threads, SKIPPED)));
            with.add(maven.heap(project, build(threads, WITH)));
        }
        return List.of(
                size + ", " + threads,
                median(without, HeapWatch.Live::peak),
                median(with, HeapWatch.Live::peak),
                median(without, HeapWatch.Live::retained),
                median(skipped, HeapWatch.Live::retained),
                median(with, HeapWatch.Live::retained));
    }

    private static List<String> build(int threads, List<String> options) {
        return Stream.concat(Stream.of("clean", "verify", "--threads", Integer.toString(threads)), options.stream())
                .toList();
    }

    private static String median(List<HeapWatch.Live> heaps, ToDoubleFunction<HeapWatch.Live> value) {
        return MarkdownTable.number(
                Median.of(heaps.stream().map(value::applyAsDouble).toList()));
    }
}
