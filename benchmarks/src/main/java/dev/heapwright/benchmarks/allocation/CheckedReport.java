package dev.heapwright.benchmarks.allocation;

import dev.heapwright.benchmarks.Option;
import dev.heapwright.benchmarks.Selection;
import dev.heapwright.benchmarks.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.RunnerException;

/** Measures what checked glue costs on jemalloc, in time and in memory, and writes {@code checked.md}. */
public final class CheckedReport {
    /** What can be set. */
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
        for (SubjectJvm each : subjects) {
            each.benchmark("PairBenchmark", 1, selection, figures);
            each.benchmark("LivingBenchmark", 1, selection, figures);
            program(each, "cache", Cache.class, figures);
            program(each, "leaks", Leaks.class, figures);
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

    /** The fastest of some runs, and the peak of that one, in a Java heap of 64 MB. */
    private static void program(SubjectJvm jvm, String name, Class<?> program, Measurements to)
            throws IOException, InterruptedException {
        double fastest = Double.MAX_VALUE;
        double peak = 0;
        for (int i = 0; i < RUNS; i++) {
            String[] words = jvm.run(List.of("-Xmx64m", "-XX:+UseSerialGC"), program)
                    .lines()
                    .findFirst()
                    .orElseThrow()
                    .split(" ");
            if (Double.parseDouble(words[0]) < fastest) {
                fastest = Double.parseDouble(words[0]);
                peak = Double.parseDouble(words[1]);
            }
        }
        to.add(jvm.title(), name + ", ms", fastest);
        to.add(jvm.title(), name + ", peak MiB", peak);
    }
}
