package dev.heapwright.benchmarks.allocation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.runner.RunnerException;

/** Measures all there is to measure of allocators, one after the other, and writes {@code allocation.md} and plots. */
public final class AllocationReport {
    private static final String[] PAIRS = {"pair 16", "pair 64", "pair 1024", "pair 4096", "pair 65536", "mix"};

    private AllocationReport() {}

    /**
     * Measures.
     *
     * @param arguments the folder to write to, and how many JVMs each benchmark gets, of which the fastest counts
     */
    public static void main(String[] arguments) throws IOException, InterruptedException, RunnerException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        int forks = Integer.parseInt(arguments[1]);
        Measurements times = new Measurements();
        CLoops.measure(folder, times);
        Measurements starts = new Measurements();
        for (Subjects subject : Subjects.values()) {
            SubjectJvm jvm = new SubjectJvm(subject);
            jvm.benchmark("PairBenchmark", 1, forks, times);
            jvm.benchmark("PairBenchmark", 2, forks, times);
            jvm.benchmark("LivingBenchmark", 1, forks, times);
            if (!subject.confined()) {
                jvm.benchmark("HandOverBenchmark", 1, forks, times);
            }
            ColdStart.measure(subject, starts);
        }
        Map<String, List<ResidentSet.Sample>> residents = new LinkedHashMap<>();
        for (Subjects subject : List.of(Subjects.HEAP_SYSTEM, Subjects.HEAP_JEMALLOC, Subjects.HEAP_MIMALLOC)) {
            residents.put(subject.binding(), ResidentSet.measure(subject));
        }
        Measurements safepoints = new Measurements();
        for (long size : new long[] {64L << 20, 1L << 30}) {
            TimeToSafepoint.measure("critical calls of jemalloc", "critical", size, safepoints);
            TimeToSafepoint.measure("Heap, jemalloc", "heap", size, safepoints);
        }
        Plots plots = new Plots(folder);
        plots.bars("pair-64.png", "Allocate and free 64 bytes, one thread", times.of("pair 64"));
        plots.residentSet("resident-set.png", residents);
        String report = report(times, starts, residents, safepoints);
        Files.writeString(folder.resolve("allocation.md"), report);
        System.out.println(report);
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
                times.table(List.of(PAIRS).stream()
                        .map(each -> each + ", 2 threads")
                        .toArray(String[]::new)),
                "Living blocks, ns:\n",
                times.table("batch", "handOver", "growth"),
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
