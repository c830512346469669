package dev.heapwright.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs benchmarks and prints their results as tables: a row for each operation, a column for each implementation, in
 * ns, with the ratio to plain {@code Unsafe}. Each figure is that of the fastest iteration of all forks: other load on
 * the machine can only make an iteration slower.
 */
final class Ratios {
    static final List<Option> OPTIONS = Selection.options(3);

    private static final String BASELINE = "unsafe";

    private Ratios() {}

    /** Runs the selected benchmarks. */
    static void run(Settings settings) throws RunnerException {
        Selection selection = Selection.of(settings);
        Collection<RunResult> results =
                selection.run("benchmarks\\.Memory(?:Range)?Benchmark\\.", new OptionsBuilder());
        if (results.isEmpty()) {
            throw selection.nothing();
        }
        Map<String, Map<String, Double>> operations = new TreeMap<>();
        for (RunResult result : results) {
            String[] name = simpleName(result).split("_", 2);
            String operation = name[0] + parameters(result);
            operations.computeIfAbsent(operation, o -> new TreeMap<>()).put(name[name.length - 1], fastest(result));
        }
        operations.forEach((operation, ways) -> System.out.println(row(operation, ways)));
    }

    private static String row(String operation, Map<String, Double> ways) {
        List<String> cells = new ArrayList<>();
        cells.add(operation);
        Double baseline = ways.get(BASELINE);
        ways.forEach((way, ns) -> cells.add(
                baseline == null || way.equals(BASELINE)
                        ? "%s %.2f".formatted(way, ns)
                        : "%s %.2f (%.2f)".formatted(way, ns, ns / baseline)));
        return "| " + String.join(" | ", cells) + " |";
    }

    private static String simpleName(RunResult result) {
        String name = result.getParams().getBenchmark();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String parameters(RunResult result) {
        StringBuilder parameters = new StringBuilder();
        for (String key : result.getParams().getParamsKeys()) {
            parameters
                    .append(", ")
                    .append(result.getParams().getParam(key))
                    .append(' ')
                    .append(key);
        }
        return parameters.toString();
    }

    private static double fastest(RunResult result) {
        return result.getPrimaryResult().getStatistics().getMin();
    }
}
