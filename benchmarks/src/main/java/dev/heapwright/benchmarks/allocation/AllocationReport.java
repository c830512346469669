package dev.heapwright.benchmarks.allocation;

import dev.heapwright.benchmarks.Option;
import dev.heapwright.benchmarks.Selection;
import dev.heapwright.benchmarks.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.RunnerException;

/** Runs all measurements of allocators, one after the other, and writes {@code allocation.md} and plots. */
public final class AllocationReport {
    /** The options. */
    public static final List<Option> OPTIONS = Stream.concat(
                    Selection.options(2).stream(),
                    Stream.of(
                            Option.expression(
                                    "part",
                                    "the parts to run: a regular expression for c, jmh, start, resident and safepoint"),
                            Option.expression(
                                    "subject", "who is measured: a regular expression for the names in the tables")))
            .toList();

    private static final String[] PAIRS = {
        "pair 16", "pair 64", "pair 1024", "pair 4096", "pair 65536", "constant", "mix"
    };
    private static final String[] LIVING = {"batch", "cache", "handOver", "growth"};

    private AllocationReport() {}

    /** Measures. */
    public static void run(Settings settings) throws IOException, InterruptedException, RunnerException {
        Path folder = Files.createDirectories(settings.folder());
        Predicate<String> part = settings.expression("part").asMatchPredicate();
        List<Subjects> subjects = Stream.of(Subjects.values())
                .filter(subject -> !subject.isOfCatalogue())
                .filter(subject ->
                        settings.expression("subject").asMatchPredicate().test(subject.title()))
                .toList();
        Measurements times = new Measurements();
        Selection selection = Selection.of(settings);
        for (Selection turn : selection.turns()) {
            if (part.test("c")) {
                CLoops.measure(folder, times);
            }
            if (part.test("jmh")) {
                benchmark(subjects, turn, times);
            }
        }
        Measurements starts = new Measurements();
        if (part.test("start")) {
            for (Subjects subject : subjects) {
                ColdStart.measure(subject, starts);
            }
        }
        Map<String, List<ResidentSet.Sample>> residents = new LinkedHashMap<>();
        if (part.test("resident")) {
            for (Subjects subject : subjects) {
                if (!subject.binding().isEmpty()) {
                    residents.put(subject.title(), ResidentSet.measure(subject));
                }
            }
        }
        Measurements safepoints = new Measurements();
        if (part.test("safepoint")) {
            for (long size : new long[] {64L << 20, 1L << 30}) {
                TimeToSafepoint.measure("critical calls of jemalloc", "critical", size, safepoints);
                TimeToSafepoint.measure("Heap, jemalloc", "heap", size, safepoints);
            }
        }
        Plots plots = new Plots(folder);
        if (!times.of("pair 64").isEmpty()) {
            plots.bars("pair-64.png", "Allocate and free 64 bytes, one thread", times.of("pair 64"));
        }
        if (!residents.isEmpty()) {
            plots.residentSet("resident-set.png", residents);
        }
        String report = report(times, starts, residents, safepoints);
        Files.writeString(folder.resolve("allocation.md"), report);
        System.out.println(report);
    }

    private static void benchmark(List<Subjects> subjects, Selection selection, Measurements to)
            throws RunnerException {
        for (Subjects subject : subjects) {
            SubjectJvm jvm = new SubjectJvm(subject);
            jvm.benchmark("PairBenchmark", 1, selection, to);
            jvm.benchmark("PairBenchmark", 2, selection, to);
            jvm.benchmark("LivingBenchmark", 1, selection, to);
            jvm.benchmark("LivingBenchmark", 2, selection, to);
            if (!subject.confined()) {
                jvm.benchmark("HandOverBenchmark", 1, selection, to);
            }
        }
    }

    private static String report(
            Measurements times,
            Measurements starts,
            Map<String, List<ResidentSet.Sample>> residents,
            Measurements safepoints) {
        return String.join(
                "\n",
                "Allocate and free, ns, one thread:\n",
                times.table(PAIRS),
                "Allocate and free, ns, two threads:\n",
                times.table(byTwo(PAIRS)),
                "Blocks that live for a while, ns:\n",
                times.table(LIVING),
                "By two threads:\n",
                times.table(byTwo(LIVING)),
                "Cold start:\n",
                starts.table("cold start, ms"),
                "Resident set, MiB:\n",
                residentTable(residents),
                "Time to safepoint, ms:\n",
                safepoints.table("64 MiB, median", "64 MiB, longest", "1024 MiB, median", "1024 MiB, longest"),
                "Ratios, Heap to FFM call: "
                        + List.of("system", "jemalloc", "mimalloc").stream()
                                .map(each -> each + " " + times.ratios("Heap, " + each, "FFM call, " + each))
                                .toList(),
                "Ratios, Heap to C: "
                        + List.of("system", "jemalloc", "mimalloc").stream()
                                .map(each -> each + " " + times.ratios("Heap, " + each, "C, " + each))
                                .toList());
    }

    private static String[] byTwo(String[] operations) {
        return Stream.of(operations).map(each -> each + ", 2 threads").toArray(String[]::new);
    }

    private static String residentTable(Map<String, List<ResidentSet.Sample>> residents) {
        Measurements table = new Measurements();
        String[] moments = {"filled", "before the drop", "after the drop", "at the end"};
        int drop = ResidentSet.STEPS * 2 / 3;
        int[] steps = {9, drop - 1, drop, ResidentSet.STEPS - 1};
        residents.forEach((allocator, samples) -> {
            for (int i = 0; i < moments.length; i++) {
                table.add("live", moments[i], samples.get(steps[i]).live());
                table.add(allocator, moments[i], samples.get(steps[i]).resident());
            }
        });
        return table.table(moments);
    }
}
