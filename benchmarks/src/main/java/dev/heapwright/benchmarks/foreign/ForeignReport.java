package dev.heapwright.benchmarks.foreign;

import dev.heapwright.benchmarks.allocation.Measurements;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Measures arenas and prints tables: a row for each kind of arena, in ns, and how many times faster each is than the JDK's.
 * A figure is that of the fastest iteration of all forks: what else a machine does makes an iteration slower and never
 * faster.
 */
public final class ForeignReport {
    private static final String CLASS_PATH = System.getProperty("java.class.path");

    private ForeignReport() {}

    /**
     * Measures.
     *
     * @param arguments how many JVMs each benchmark gets, and which benchmarks: a regular expression
     * @throws RunnerException if one of them fails
     */
    public static void main(String[] arguments) throws RunnerException {
        Measurements times = new Measurements();
        for (Arenas arenas : Arenas.values()) {
            measure(arenas, Integer.parseInt(arguments[0]), arguments[1], times);
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

    private static void measure(Arenas arenas, int forks, String include, Measurements to) throws RunnerException {
        // Where the forks take their class path from.
        System.setProperty("java.class.path", classPath(arenas));
        for (RunResult result : new Runner(new OptionsBuilder()
                        .include("ArenaBenchmark." + include)
                        .forks(forks)
                        .warmupIterations(4)
                        .warmupTime(TimeValue.milliseconds(200))
                        .measurementIterations(20)
                        .measurementTime(TimeValue.milliseconds(50))
                        .jvmArgsAppend(
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-Xmx512m",
                                "-D" + Arenas.PROPERTY + "=" + arenas.name())
                        .shouldFailOnError(true)
                        .build())
                .run()) {
            List<String> operation = new ArrayList<>();
            String name = result.getParams().getBenchmark();
            operation.add(name.substring(name.lastIndexOf('.') + 1));
            result.getParams()
                    .getParamsKeys()
                    .forEach(key -> operation.add(result.getParams().getParam(key)));
            to.add(
                    arenas.title(),
                    String.join(" ", operation),
                    result.getPrimaryResult().getStatistics().getMin());
        }
        System.setProperty("java.class.path", CLASS_PATH);
    }

    private static String classPath(Arenas arenas) {
        if (arenas.binding().isEmpty()) {
            return CLASS_PATH;
        }
        try {
            return CLASS_PATH
                    + File.pathSeparator
                    + Path.of(Objects.requireNonNull(ForeignReport.class.getResource("/bindings/" + arenas.binding()))
                            .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
