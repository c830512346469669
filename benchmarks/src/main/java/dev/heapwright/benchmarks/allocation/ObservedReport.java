package dev.heapwright.benchmarks.allocation;

import dev.heapwright.benchmarks.Option;
import dev.heapwright.benchmarks.Selection;
import dev.heapwright.benchmarks.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.RunnerException;

/** Measures the cost of observed glue on jemalloc, with its front and without, and writes {@code observed.md}. */
public final class ObservedReport {
    /** The options. */
    public static final List<Option> OPTIONS = Selection.options(2);

    private static final String[] TIMES = Stream.of("pair 64", "constant", "mix", "batch")
            .flatMap(ObservedReport::threads)
            .toArray(String[]::new);
    private static final String BARE = "-Dheapwright.front=off";

    private ObservedReport() {}

    /** Measures. */
    public static void run(Settings settings) throws IOException, RunnerException {
        Selection selection = Selection.of(settings);
        List<SubjectJvm> subjects = List.of(
                jvm("not observed", "jemalloc"),
                jvm("observed, sampling off", "jemalloc-observed", "-Dheapwright.observed.every=off"),
                jvm("observed", "jemalloc-observed"),
                jvm("observed, with a limit", "jemalloc-observed", "-Dheapwright.limit=1g"),
                jvm("observed, recorded", "jemalloc-observed", "-XX:StartFlightRecording"),
                jvm("no front, not observed", "jemalloc", BARE),
                jvm("no front, observed", "jemalloc-observed", BARE),
                jvm("no front, observed, with a limit", "jemalloc-observed", BARE, "-Dheapwright.limit=1g"));
        Measurements figures = new Measurements();
        for (Selection turn : selection.turns()) {
            for (SubjectJvm each : subjects) {
                for (int threads = 1; threads <= 2; threads++) {
                    each.benchmark("PairBenchmark", threads, turn, figures);
                    each.benchmark("LivingBenchmark", threads, turn, figures);
                }
            }
        }
        String report = "Allocate and free, ns:\n\n" + figures.table(TIMES);
        Files.writeString(Files.createDirectories(settings.folder()).resolve("observed.md"), report);
        System.out.println(report);
    }

    private static Stream<String> threads(String operation) {
        return Stream.of(operation, operation + ", 2 threads");
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
}
