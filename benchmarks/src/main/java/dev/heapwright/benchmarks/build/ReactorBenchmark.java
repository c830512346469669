package dev.heapwright.benchmarks.build;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What Heapwright adds to the build of a large reactor. Each is built with and without it in turn, by one thread first with
 * a look at the heap now and then, and then undisturbed for the time.
 *
 * @param maven that builds
 * @param folder for the projects
 * @param version of Heapwright
 * @param runs how often each is built for the time
 */
record ReactorBenchmark(MavenRun maven, Path folder, String version, int runs) {
    /**
     * {@return the table}
     *
     * @param sizes in modules; 100 at least
     * @param threads how many Maven is given
     */
    String table(List<Integer> sizes, List<Integer> threads) throws IOException, InterruptedException {
        MarkdownTable table = new MarkdownTable(List.of(
                "modules, threads",
                "without, s",
                "with, s",
                "added, ms per module",
                "bind + check, ms per module",
                "heap without, MB",
                "heap with, MB"));
        for (int size : sizes) {
            Path project = folder.resolve("reactor-" + size);
            new GeneratedReactor(project, size, version).write();
            for (int count : threads) {
                table.row(row(project, size, count));
            }
        }
        return table.toString();
    }

    private List<String> row(Path project, int size, int threads) throws IOException, InterruptedException {
        List<String> without = List.of("clean", "verify", "--threads", Integer.toString(threads));
        List<String> with =
                Stream.concat(without.stream(), Stream.of("-Pheapwright")).toList();
        // What is kept for a module is the same, however many are built at once.
        boolean looked = threads == 1;
        double heapWithout = looked ? maven.heap(project, without) : Double.NaN;
        double heapWith = looked ? maven.heap(project, with) : Double.NaN;
        List<Double> secondsWithout = new ArrayList<>();
        List<Double> secondsWith = new ArrayList<>();
        List<Double> goals = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            secondsWithout.add(maven.time(project, without).seconds());
            MavenRun.Result result = maven.time(project, with);
            secondsWith.add(result.seconds());
            goals.add(result.goals().stream()
                    .filter(goal -> goal.goal().startsWith("heapwright:"))
                    .mapToDouble(GoalTime::millis)
                    .sum());
        }
        double added = Median.of(secondsWith) - Median.of(secondsWithout);
        return List.of(
                size + ", " + threads,
                MarkdownTable.number(Median.of(secondsWithout)),
                MarkdownTable.number(Median.of(secondsWith)),
                MarkdownTable.number(added * 1000 / size),
                // Several threads write their lines among each other's.
                MarkdownTable.number(threads == 1 ? Median.of(goals) / size : Double.NaN),
                MarkdownTable.number(heapWithout),
                MarkdownTable.number(heapWith));
    }
}
