package dev.heapwright.benchmarks.allocation;

import dev.heapwright.benchmarks.Option;
import dev.heapwright.benchmarks.Selection;
import dev.heapwright.benchmarks.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.RunnerException;

/** Measures the cost of checked glue on jemalloc, in time and in memory, and writes {@code checked.md}. */
public final class CheckedReport {
    /** The options. */
    public static final List<Option> OPTIONS = Selection.options(2);

    private static final String UNCHECKED = "unchecked";
    private static final String[] TIMES = {
        "pair 16", "pair 64", "pair 1024", "pair 4096", "pair 65536", "mix", "batch", "growth"
    };
    private static final String[] PROGRAMS = {"cache, ms", "cache, peak MiB", "leaks, ms", "leaks, peak MiB"};
    private static final int RUNS = 5;

    private CheckedReport() {}

    /** Measures. */
    public static void run(Settings settings) throws IOException, InterruptedException, RunnerException {
        Selection selection = Selection.of(settings);
        List<SubjectJvm> subjects = List.of(
                jvm(UNCHECKED, "jemalloc"),
                jvm("checked", "jemalloc-checked"),
                jvm("checked, one stack of 16", "jemalloc-checked", "-Dheapwright.checked.stacks=16"));
        Measurements figures = new Measurements();
        for (Selection turn : selection.turns()) {
            for (SubjectJvm each : subjects) {
                each.benchmark("PairBenchmark", 1, turn, figures);
                each.benchmark("LivingBenchmark", 1, turn, figures);
            }
        }
        for (SubjectJvm each : subjects) {
            program(each, "cache", Cache.class, "-Xmx512m", figures);
            program(each, "leaks", Leaks.class, "-Xmx64m", figures);
        }
        Measurements ratios = new Measurements();
        for (SubjectJvm each : subjects) {
            figures.ratios(each.title(), UNCHECKED)
                    .forEach((operation, ratio) -> ratios.add(each.title(), operation, ratio));
        }
        String report = String.join(
                "\n",
                "Allocate and free, ns:\n",
                figures.table(TIMES),
                "Programs:\n",
                figures.table(PROGRAMS),
                "Ratios:\n",
                ratios.table(TIMES),
                ratios.table(PROGRAMS));
        Files.writeString(Files.createDirectories(settings.folder()).resolve("checked.md"), report);
        System.out.println(report);
    }

    private static SubjectJvm jvm(String title, String binding, String... options) {
        return new SubjectJvm(
                title,
                binding,
                Stream.concat(
                                Stream.of("-D" + Subject.PROPERTY + "=" + Subjects.HEAP_JEMALLOC.name()),
                                Stream.of(options))
                        .toList());
    }

    /** The median time of several runs, and the peak of that run, in a Java heap of limited size. */
    private static void program(SubjectJvm jvm, String name, Class<?> program, String heap, Measurements to)
            throws IOException, InterruptedException {
        List<double[]> runs = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            String[] words = jvm.run(List.of(heap, "-XX:+UseSerialGC"), program)
                    .lines()
                    .findFirst()
                    .orElseThrow()
                    .split(" ");
            runs.add(new double[] {Double.parseDouble(words[0]), Double.parseDouble(words[1])});
        }
        runs.sort(Comparator.comparingDouble(run -> run[0]));
        double[] median = runs.get(RUNS / 2);
        to.add(jvm.title(), name + ", ms", median[0]);
        to.add(jvm.title(), name + ", peak MiB", median[1]);
    }
}
