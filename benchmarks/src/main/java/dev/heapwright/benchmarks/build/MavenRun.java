package dev.heapwright.benchmarks.build;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs Maven in its own JVM.
 *
 * @param home of Maven
 * @param repository local repository that contains Heapwright as just built
 * @param settings through which Maven finds everything else
 */
record MavenRun(Path home, Path repository, Path settings) {
    /** The file in a project's folder with the log of the last run. */
    static final String LOG = "build.log";

    /** What {@code DependencyGraphReader} logs for each graph. */
    private static final String GRAPH = "collecting the dependency graph of ";

    /**
     * The result of a run.
     *
     * @param seconds from start to end
     * @param goals all goals, in order; undefined if several threads ran them
     * @param graphs how often Heapwright had Maven collect a dependency graph again
     */
    record Result(double seconds, List<GoalTime> goals, long graphs) {}

    /**
     * Runs goals.
     *
     * @param project the folder of its POM
     * @param arguments goals and options
     * @return the times
     * @throws IOException if the build fails; the message names its log
     */
    Result time(Path project, List<String> arguments) throws IOException, InterruptedException {
        Path log = project.resolve(LOG);
        ProcessBuilder builder = builder(project, arguments).redirectOutput(log.toFile());
        long start = System.nanoTime();
        Process process = builder.start();
        requireSuccess(process, log);
        double seconds = (System.nanoTime() - start) / 1e9;
        List<String> lines = Files.readAllLines(log);
        return new Result(
                seconds,
                GoalTime.in(lines),
                lines.stream().filter(line -> line.contains(GRAPH)).count());
    }

    /**
     * Runs goals and samples the heap from time to time.
     *
     * @param project the folder of its POM
     * @param arguments goals and options
     * @return the live heap
     * @throws IOException if the build fails; the message names its log
     */
    HeapWatch.Live heap(Path project, List<String> arguments) throws IOException, InterruptedException {
        Path log = project.resolve(LOG);
        List<String> lines = new ArrayList<>();
        ProcessBuilder builder = builder(project, arguments);
        // Softly reachable objects are not needed, and would be counted or not at random.
        builder.environment().merge("MAVEN_OPTS", "-XX:SoftRefLRUPolicyMSPerMB=0", (all, one) -> all + " " + one);
        Process process = builder.start();
        try (HeapWatch watch = new HeapWatch(process);
                BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                lines.add(line);
                watch.read(line);
            }
            Files.write(log, lines);
            requireSuccess(process, log);
            return watch.live();
        }
    }

    private ProcessBuilder builder(Path project, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                home.resolve("bin/mvn").toString(),
                "--batch-mode",
                "--settings",
                settings.toString(),
                "-Dmaven.repo.local=" + repository));
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(project.toFile()).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        // As users run Maven; .mvn/jvm.config sets another level for this repository.
        environment.put(
                "MAVEN_OPTS",
                "-XX:TieredStopAtLevel=4 -Dorg.slf4j.simpleLogger.showDateTime=true -Dorg.slf4j.simpleLogger.dateTimeFormat="
                        + GoalTime.FORMAT
                        + " -Dorg.slf4j.simpleLogger.log.dev.heapwright.maven.project.DependencyGraphReader=debug");
        return builder;
    }

    private static void requireSuccess(Process process, Path log) throws IOException, InterruptedException {
        if (process.waitFor() != 0) {
            throw new IOException("Maven failed, see " + log);
        }
    }
}
