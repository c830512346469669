package dev.heapwright.benchmarks.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import javax.annotation.processing.Processor;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * What processors add to javac's time, in one JVM: each round compiles with each of them in turn, so that what disturbs
 * the machine disturbs all. A ratio is the median of the ratios of the rounds.
 *
 * @param output where class files go
 * @param rounds how many count, after as many as it takes to warm up
 */
record JavacBenchmark(Path output, int rounds) {
    private static final int WARM_UP = 5;
    private static final String PLAIN = "no processor";
    private static final String PLAIN_WITH_ALLOCATOR = "no processor, with the allocator's class";

    /**
     * A way to compile.
     *
     * @param yardstick the name of the one that it is compared with
     * @param processor its class; empty for none
     */
    private record Subject(String yardstick, List<JavaFileObject> sources, String processor) {}

    /**
     * {@return the table of one module}
     *
     * @param classes of the generated module
     * @param reached by its allocator, where it has one
     */
    String table(int classes, int reached) throws IOException {
        Map<String, Subject> subjects = subjects(classes, reached);
        Map<String, List<Double>> times = new LinkedHashMap<>();
        subjects.keySet().forEach(name -> times.put(name, new ArrayList<>()));
        List<String> order = new ArrayList<>(subjects.keySet());
        for (int round = -WARM_UP; round < rounds; round++) {
            // Nobody always comes after the same one.
            Collections.rotate(order, 1);
            for (String name : order) {
                double millis = compile(subjects.get(name));
                if (round >= 0) {
                    times.get(name).add(millis);
                }
            }
        }
        MarkdownTable table = new MarkdownTable(List.of(classes + " classes", "ms", "ratio"));
        subjects.forEach((name, subject) -> table.row(List.of(
                name,
                MarkdownTable.number(Median.of(times.get(name))),
                "%.3f".formatted(ratio(times.get(name), times.get(subject.yardstick()))))));
        return table.toString();
    }

    private static Map<String, Subject> subjects(int classes, int reached) {
        List<JavaFileObject> plain = GeneratedModule.plain(classes);
        List<JavaFileObject> pool = GeneratedModule.withAllocator(classes, reached);
        String heapwright = "dev.heapwright.processor.HeapwrightProcessor";
        Map<String, Subject> subjects = new LinkedHashMap<>();
        subjects.put(PLAIN, new Subject(PLAIN, plain, ""));
        subjects.put("Heapwright, no allocator", new Subject(PLAIN, plain, heapwright));
        subjects.put(
                "AutoService", new Subject(PLAIN, plain, "com.google.auto.service.processor.AutoServiceProcessor"));
        subjects.put("Dagger", new Subject(PLAIN, plain, "dagger.internal.codegen.ComponentProcessor"));
        subjects.put(PLAIN_WITH_ALLOCATOR, new Subject(PLAIN_WITH_ALLOCATOR, pool, ""));
        subjects.put(
                "Heapwright, one allocator that reaches " + reached,
                new Subject(PLAIN_WITH_ALLOCATOR, pool, heapwright));
        return subjects;
    }

    private static double ratio(List<Double> times, List<Double> yardstick) {
        return Median.of(IntStream.range(0, times.size())
                .mapToObj(round -> times.get(round) / yardstick.get(round))
                .toList());
    }

    private double compile(Subject subject) throws IOException {
        Files.createDirectories(output);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<Processor> processors = processors(subject.processor());
        String processing = processors.isEmpty() ? "-proc:none" : "-proc:full";
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output));
            System.gc();
            long start = System.nanoTime();
            JavaCompiler.CompilationTask task =
                    compiler.getTask(null, files, null, List.of(processing), null, subject.sources());
            task.setProcessors(processors);
            if (!task.call()) {
                throw new IllegalStateException("the generated module does not compile");
            }
            return (System.nanoTime() - start) / 1e6;
        }
    }

    /** The processors are on the class path of the benchmark's profile only, which this class compiles without. */
    private static List<Processor> processors(String type) {
        if (type.isEmpty()) {
            return List.of();
        }
        return ServiceLoader.load(Processor.class).stream()
                .filter(provider -> provider.type().getName().equals(type))
                .map(ServiceLoader.Provider::get)
                .findFirst()
                .map(List::of)
                .orElseThrow(() -> new IllegalStateException(type + " is not on the class path"));
    }
}
