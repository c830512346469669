package dev.heapwright.benchmarks;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.NoBenchmarksException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Which benchmarks of a suite JMH runs.
 *
 * @param benchmark a regular expression, to be found in the name of class and method
 * @param forks the number of JVMs for each benchmark, of which the fastest iteration counts
 */
public record Selection(String benchmark, int forks) {
    /**
     * {@return the options of a suite in which benchmarks can be selected}
     *
     * @param forks the default number of JVMs for each benchmark
     */
    public static List<Option> options(int forks) {
        return List.of(
                Option.expression("benchmark", "the benchmarks to run: a regular expression for class and method"),
                Option.number("forks", forks, "JVMs for each benchmark, of which the fastest iteration counts"));
    }

    /** {@return the selection of a suite that has these options} */
    public static Selection of(Settings settings) {
        return new Selection(settings.expression("benchmark").pattern(), settings.number("forks"));
    }

    /**
     * {@return the same benchmarks, as often as there are JVMs for each, in one JVM each time} A suite that compares takes turns
     * with all its subjects: what disturbs a machine comes and goes, and so each has some of the quiet time.
     */
    public List<Selection> turns() {
        return Collections.nCopies(forks, new Selection(benchmark, 1));
    }

    /**
     * Runs the selected benchmarks of some classes.
     *
     * @param classes a regular expression, also to be found in the name of class and method
     * @param options to run them with
     * @return the results; empty if nothing matches both
     * @throws RunnerException if a benchmark fails
     */
    public Collection<RunResult> run(String classes, OptionsBuilder options) throws RunnerException {
        try {
            return new Runner(options.include(include(classes))
                            .forks(forks)
                            .shouldFailOnError(true)
                            .build())
                    .run();
        } catch (NoBenchmarksException e) {
            return List.of();
        }
    }

    /** {@return the regular expression for the names of benchmarks that are in these classes and selected} */
    String include(String classes) {
        return "^(?=.*" + classes + ")(?=.*(?:" + benchmark + "))";
    }

    /** {@return the exception to throw if nothing has run at all} */
    public UsageException nothing() {
        return new UsageException("no benchmark of the suite matches '" + benchmark + "'");
    }
}
