package dev.heapwright.benchmarks.build;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the goals {@code bind} and {@code check} take for an application with many jars, beside goals of other plugins that
 * look at the same jars, in ms. A reactor of equal modules is built: the first is cold, and the last half of them is warm.
 *
 * @param maven that builds
 * @param folder for the projects
 * @param version of Heapwright
 * @param modules of each reactor
 * @param runs how often each is built
 */
record ClosureBenchmark(MavenRun maven, Path folder, String version, int modules, int runs) {
    private static final String BIND = "heapwright:bind@default";
    private static final String CHECK = "heapwright:check@default";
    private static final Map<String, List<String>> ROWS = rows();

    private static Map<String, List<String>> rows() {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        rows.put("bind", List.of(BIND));
        rows.put("check", List.of(CHECK));
        rows.put("bind + check", List.of(BIND, CHECK));
        rows.put("enforcer, dependencyConvergence", List.of("enforcer:enforce@convergence"));
        rows.put("enforcer, banDuplicateClasses", List.of("enforcer:enforce@duplicates"));
        rows.put("dependency:analyze-only", List.of("dependency:analyze-only@analyze"));
        return rows;
    }

    /**
     * What was measured of one closure.
     *
     * @param jars how many it really has
     * @param cold in ms, by row
     * @param warm in ms, by row
     */
    private record Times(int jars, Map<String, Double> cold, Map<String, Double> warm) {}

    /**
     * {@return the table}
     *
     * @param sizes in jars: 30 and 300 are real ones, about so many, and all others are generated
     */
    String table(List<Integer> sizes) throws IOException, InterruptedException {
        List<Times> all = new ArrayList<>();
        for (int size : sizes) {
            all.add(measure(size));
        }
        List<String> heads = new ArrayList<>(List.of("ms"));
        all.forEach(times -> {
            heads.add(times.jars() + " jars, cold");
            heads.add(times.jars() + " jars, warm");
        });
        MarkdownTable table = new MarkdownTable(heads);
        for (String row : ROWS.keySet()) {
            List<String> cells = new ArrayList<>(List.of(row));
            all.forEach(times -> {
                cells.add(MarkdownTable.number(times.cold().getOrDefault(row, Double.NaN)));
                cells.add(MarkdownTable.number(times.warm().getOrDefault(row, Double.NaN)));
            });
            table.row(cells);
        }
        return table.toString();
    }

    private Times measure(int size) throws IOException, InterruptedException {
        Path project = folder.resolve("closure-" + size);
        Path repository = folder.resolve("generated-jars");
        List<String> dependencies = RealClosure.of(size);
        if (dependencies.isEmpty()) {
            GeneratedJars jars = new GeneratedJars(repository, size);
            jars.write();
            dependencies = List.of(jars.first());
        }
        new GeneratedClosure(project, modules, dependencies, repository.toUri().toString(), version).write();
        // Fetches what is missing, and tells how many jars there are.
        maven.time(
                project,
                List.of(
                        "clean",
                        "verify",
                        "dependency:build-classpath",
                        "-DincludeScope=runtime",
                        "-Dmdep.outputFile=target/classpath.txt",
                        "--projects",
                        GeneratedClosure.name(1)));
        int jars = Files.readString(project.resolve(GeneratedClosure.name(1)).resolve("target/classpath.txt"))
                .split(File.pathSeparator, -1)
                .length;
        Map<String, List<Double>> cold = new LinkedHashMap<>();
        Map<String, List<Double>> warm = new LinkedHashMap<>();
        for (int run = 0; run < runs; run++) {
            List<GoalTime> goals =
                    maven.time(project, List.of("clean", "verify")).goals();
            for (int number = 1; number <= modules; number++) {
                if (number == 1 || number > modules / 2) {
                    add(goals, GeneratedClosure.name(number), number == 1 ? cold : warm);
                }
            }
        }
        return new Times(jars, medians(cold), medians(warm));
    }

    private static void add(List<GoalTime> goals, String module, Map<String, List<Double>> to) {
        ROWS.forEach((row, names) -> to.computeIfAbsent(row, key -> new ArrayList<>())
                .add(names.stream()
                        .mapToDouble(name -> millis(goals, name, module))
                        .sum()));
    }

    private static double millis(List<GoalTime> goals, String goal, String module) {
        return goals.stream()
                .filter(each -> each.goal().equals(goal) && each.module().equals(module))
                .mapToDouble(GoalTime::millis)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(goal + " did not run in " + module));
    }

    private static Map<String, Double> medians(Map<String, List<Double>> times) {
        Map<String, Double> medians = new LinkedHashMap<>();
        times.forEach((row, all) -> medians.put(row, Median.of(all)));
        return medians;
    }
}
