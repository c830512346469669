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
 * The time of the goals {@code bind} and {@code check} for an application with many jars, compared with goals of other
 * plugins that read the same jars, in ms. Two reactors of identical modules are built, one that declares its allocator
 * and one that is linked to the default: in each, the first module is cold, and the second half is warm.
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
    private static final List<Row> ROWS = List.of(
            new Row("bind, default linked", false, List.of(BIND)),
            new Row("check, default linked", false, List.of(CHECK)),
            new Row("bind + check, default linked", false, List.of(BIND, CHECK)),
            new Row("bind + check, allocator declared", true, List.of(BIND, CHECK)),
            new Row("enforcer, dependencyConvergence", false, List.of("enforcer:enforce@convergence")),
            new Row("enforcer, banDuplicateClasses", false, List.of("enforcer:enforce@duplicates")),
            new Row("dependency:analyze-only", false, List.of("dependency:analyze-only@analyze")));

    /**
     * A row of the table.
     *
     * @param declared whether it is for the reactor that declares its allocator
     * @param goals whose times are added up
     */
    private record Row(String name, boolean declared, List<String> goals) {
        double millis(List<GoalTime> all, String module) {
            return goals.stream()
                    .mapToDouble(goal -> all.stream()
                            .filter(each ->
                                    each.goal().equals(goal) && each.module().equals(module))
                            .mapToDouble(GoalTime::millis)
                            .findFirst()
                            .orElseThrow(() -> new IllegalStateException(goal + " did not run in " + module)))
                    .sum();
        }
    }

    /**
     * The measurements of one closure.
     *
     * @param jars the actual number of jars
     * @param cold in ms, by row
     * @param warm in ms, by row
     * @param graphs how many dependency graphs a build collected, with the allocator declared and without
     */
    private record Times(int jars, Map<String, Double> cold, Map<String, Double> warm, Map<Boolean, Long> graphs) {}

    /**
     * {@return the table}
     *
     * @param sizes in jars: about 30 and 300 are real closures, all others are generated
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
        for (Row row : ROWS) {
            List<String> cells = new ArrayList<>(List.of(row.name()));
            all.forEach(times -> {
                cells.add(MarkdownTable.number(times.cold().getOrDefault(row.name(), Double.NaN)));
                cells.add(MarkdownTable.number(times.warm().getOrDefault(row.name(), Double.NaN)));
            });
            table.row(cells);
        }
        StringBuilder text = new StringBuilder(table.toString());
        for (Times times : all) {
            text.append("\n%d jars: %d modules collect %d dependency graphs, and with the allocator declared %d\n"
                    .formatted(
                            times.jars(),
                            modules,
                            times.graphs().getOrDefault(false, 0L),
                            times.graphs().getOrDefault(true, 0L)));
        }
        return text.toString();
    }

    private Times measure(int size) throws IOException, InterruptedException {
        Path repository = folder.resolve("generated-jars");
        List<String> dependencies = RealClosure.of(size);
        if (dependencies.isEmpty()) {
            GeneratedJars generated = new GeneratedJars(repository, size);
            generated.write();
            dependencies = List.of(generated.first());
        }
        int jars = 0;
        Map<String, List<Double>> cold = new LinkedHashMap<>();
        Map<String, List<Double>> warm = new LinkedHashMap<>();
        Map<Boolean, Long> graphs = new LinkedHashMap<>();
        for (boolean declared : List.of(true, false)) {
            List<String> all = new ArrayList<>(dependencies);
            if (declared) {
                all.add("dev.heapwright:heapwright-system:" + version);
            }
            Path project = folder.resolve("closure-" + size + (declared ? "-declared" : "-default"));
            new GeneratedClosure(project, modules, all, repository.toUri().toString(), version).write();
            jars = jars(project);
            for (int run = 0; run < runs; run++) {
                MavenRun.Result result = maven.time(project, List.of("clean", "verify"));
                List<GoalTime> goals = result.goals();
                graphs.put(declared, result.graphs());
                for (int number = 1; number <= modules; number++) {
                    if (number == 1 || number > modules / 2) {
                        add(goals, declared, GeneratedClosure.name(number), number == 1 ? cold : warm);
                    }
                }
            }
        }
        return new Times(jars, medians(cold), medians(warm), graphs);
    }

    /** Downloads what is missing, and returns the number of jars including the allocator. */
    private int jars(Path project) throws IOException, InterruptedException {
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
        return Files.readString(project.resolve(GeneratedClosure.name(1)).resolve("target/classpath.txt"))
                .split(File.pathSeparator, -1)
                .length;
    }

    private static void add(List<GoalTime> goals, boolean declared, String module, Map<String, List<Double>> to) {
        ROWS.stream()
                .filter(row -> row.declared() == declared)
                .forEach(row ->
                        to.computeIfAbsent(row.name(), key -> new ArrayList<>()).add(row.millis(goals, module)));
    }

    private static Map<String, Double> medians(Map<String, List<Double>> times) {
        Map<String, Double> medians = new LinkedHashMap<>();
        times.forEach((row, all) -> medians.put(row, Median.of(all)));
        return medians;
    }
}
