package dev.heapwright.benchmarks.arrow;

import dev.heapwright.benchmarks.allocation.Measurements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.RunnerException;

/** Measures vectors on all managers, one after the other, and writes {@code arrow.md}. */
public final class ArrowReport {
    private static final String[] ROWS = {"1000", "10000", "100000", "1000000"};

    private ArrowReport() {}

    /**
     * Measures.
     *
     * @param arguments the folder to write to, and how many JVMs each benchmark gets, of which the fastest counts
     */
    public static void main(String[] arguments) throws IOException, RunnerException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        int forks = Integer.parseInt(arguments[1]);
        Measurements times = new Measurements();
        for (Managers each : Managers.values()) {
            each.jvm().benchmark("VectorBenchmark", 1, forks, times);
        }
        String report = String.join(
                "\n",
                "Vectors of numbers, by rows, built and freed, µs:\n",
                times.table(columns("numbers")),
                "Vectors of texts that grow, by rows, built and freed, µs:\n",
                times.table(columns("growingTexts")),
                "Vectors of numbers, by rows, allocated and freed, µs:\n",
                times.table(columns("unfilled")),
                "Ratios:\n",
                ratios(times).table(columns("numbers")),
                ratios(times).table(columns("growingTexts")),
                ratios(times).table(columns("unfilled")));
        Files.writeString(folder.resolve("arrow.md"), report);
        System.out.println(report);
    }

    /** {@return the heap's times in ratio to those of each of Arrow's managers: below 1 is faster} */
    private static Measurements ratios(Measurements times) {
        Measurements ratios = new Measurements();
        for (Managers heap : Managers.values()) {
            for (Managers other : Managers.values()) {
                if (heap.isHeap() && !other.isHeap()) {
                    times.ratios(heap.title(), other.title())
                            .forEach((operation, ratio) ->
                                    ratios.add(heap.title() + " to " + other.title(), operation, ratio));
                }
            }
        }
        return ratios;
    }

    private static String[] columns(String operation) {
        return Stream.of(ROWS).map(rows -> operation + " " + rows).toArray(String[]::new);
    }
}
