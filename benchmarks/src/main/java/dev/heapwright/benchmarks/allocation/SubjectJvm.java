package dev.heapwright.benchmarks.allocation;

import dev.heapwright.benchmarks.Selection;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * A JVM in which one subject is measured.
 *
 * @param title of the subject
 * @param binding the allocator that the heap is bound to, empty if it is not bound
 * @param own options in addition to the common ones, such as the one that selects the subject
 */
public record SubjectJvm(String title, String binding, List<String> own) {
    private static final String CLASS_PATH = System.getProperty("java.class.path");

    SubjectJvm(Subjects subject) {
        this(
                subject.title(),
                subject.binding(),
                Stream.concat(Stream.of("-D" + Subject.PROPERTY + "=" + subject.name()), subject.options().stream())
                        .toList());
    }

    /** {@return whether it measures the heap, rather than a peer} */
    boolean isHeap() {
        return !binding.isEmpty();
    }

    /** Runs a program, and returns what it prints. */
    String run(List<String> options, Class<?> program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options());
        command.addAll(options);
        command.addAll(List.of("-classpath", classPath(), program.getName()));
        command.addAll(List.of(arguments));
        return Commands.output(command);
    }

    /**
     * Runs benchmarks, and adds their figures: those of the fastest iteration, as disturbances only make one slower.
     */
    public void benchmark(String classes, int threads, Selection selection, Measurements to) throws RunnerException {
        // The forks take their class path from here.
        System.setProperty("java.class.path", classPath());
        OptionsBuilder options = new OptionsBuilder();
        options.threads(threads)
                .warmupIterations(8)
                .warmupTime(TimeValue.milliseconds(200))
                .measurementIterations(20)
                .measurementTime(TimeValue.milliseconds(50))
                .jvmArgsAppend(options().toArray(String[]::new));
        for (RunResult result : selection.run(classes, options)) {
            String name = result.getParams().getBenchmark();
            String operation = name.substring(name.lastIndexOf('.') + 1)
                    + (result.getParams().getParamsKeys().isEmpty()
                            ? ""
                            : " " + result.getParams().getParam("size"))
                    + (threads == 1 ? "" : ", " + threads + " threads");
            to.add(title, operation, result.getPrimaryResult().getStatistics().getMin());
        }
        System.setProperty("java.class.path", CLASS_PATH);
    }

    private List<String> options() {
        List<String> options = new ArrayList<>(
                List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-Xmx512m"));
        options.addAll(own);
        return options;
    }

    private String classPath() {
        return isHeap() ? CLASS_PATH + File.pathSeparator + ServiceFolder.of(binding) : CLASS_PATH;
    }
}
