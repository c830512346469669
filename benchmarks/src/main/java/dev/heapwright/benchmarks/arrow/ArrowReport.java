package dev.heapwright.benchmarks.arrow;

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

/** Measures vectors with all managers, one after the other, and writes {@code arrow.md}. */
public final class ArrowReport {
    /** The options. */
    public static final List<Option> OPTIONS = Selection.options(2);

    private static final String[] ROWS = {"1000", "10000", "100000", "1000000"};

    private ArrowReport() {}

    /** Measures. */
    public static void run(Settings settings) throws IOException, RunnerException {
        Selection selection = Selection.of(settings);
        List<SubjectJvm> subjects =
                Stream.of(Managers.values()).map(Managers::jvm).toList();
        Measurements times = new Measurements();
        for (Selection turn : selection.turns()) {
            for (SubjectJvm each : subjects) {
                each.benchmark("VectorBenchmark", 1, turn, times);
            }
        }
        if (times.isEmpty()) {
            throw selection.nothing();
        }
        Measurements ratios = times.ratiosToPeers(subjects);
        String report = String.join(
                "\n",
                "Vectors of numbers, by rows, built and freed, µs:\n",
                times.table(columns("numbers")),
                "Vectors of texts that grow, by rows, built and freed, µs:\n",
                times.table(columns("growingTexts")),
                "Vectors of numbers, by rows, allocated and freed, µs:\n",
                times.table(columns("unfilled")),
                "Ratios:\n",
                ratios.table(columns("numbers")),
                ratios.table(columns("growingTexts")),
                ratios.table(columns("unfilled")));
        Files.writeString(Files.createDirectories(settings.folder()).resolve("arrow.md"), report);
        System.out.println(report);
    }

    private static String[] columns(String operation) {
        return Stream.of(ROWS).map(rows -> operation + " " + rows).toArray(String[]::new);
    }
}
