package dev.heapwright.benchmarks.foreign;

import dev.heapwright.benchmarks.Option;
import dev.heapwright.benchmarks.Selection;
import dev.heapwright.benchmarks.Settings;
import dev.heapwright.benchmarks.allocation.Measurements;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Measures arenas and prints tables: a row for each kind of arena, in ns, and how many times faster each is than the
 * JDK's. Each figure is that of the fastest iteration of all forks: other load on the machine can only make an
 * iteration slower.
 */
public final class ForeignReport {
    /** The options. */
    public static final List<Option> OPTIONS = Selection.options(2);

    private ForeignReport() {}

    /** Measures. */
    public static void run(Settings settings) throws RunnerException {
        Selection selection = Selection.of(settings);
        Measurements times = new Measurements();
        for (Arenas arenas : Arenas.values()) {
            arenas.jvm().benchmark("ArenaBenchmark", 1, selection, times);
        }
        if (times.isEmpty()) {
            throw selection.nothing();
        }
        Measurements ratios = new Measurements();
        for (Arenas arenas : Arenas.values()) {
            times.ratios(Arenas.JDK.title(), arenas.title())
                    .forEach((operation, ratio) -> ratios.add(arenas.title(), operation, ratio));
        }
        String[] one = {
            "confined 16",
            "confined 64",
            "confinedEscaping",
            "confined 1024",
            "confined 4096",
            "shared 16",
            "shared 64",
            "shared 1024",
            "shared 4096"
        };
        String[] hundred = {"confinedHundred", "confinedCutHundred", "sharedHundred", "sharedCutHundred"};
        System.out.println(String.join(
                "\n",
                "Open, allocate one segment, close, ns:\n",
                times.table(one),
                "How many times faster than the JDK's:\n",
                ratios.table(one),
                "Open, allocate 100 segments of 64 bytes, close, ns (cut: by GrowingAllocator or slicingAllocator):\n",
                times.table(hundred),
                "How many times faster than the JDK's:\n",
                ratios.table(hundred)));
    }
}
