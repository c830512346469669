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
import java.util.Random;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.annotation.processing.Processor;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * What processors add to javac's time, in one JVM: each round compiles with each of them in turn, so that disturbances
 * affect all of them. A ratio is the median of the ratios of the rounds.
 *
 * @param output the folder for class files
 * @param rounds how many count, after the warm-up
 */
record JavacBenchmark(Path output, int rounds) {
    private static final int WARM_UP = 5;
    private static final String NONE = "no processor";
    private static final String IDLE = "a processor that does nothing";
    private static final String WITH_ALLOCATOR = ", with the allocator's class";

    /**
     * A way to compile.
     *
     * @param module what is added to the names of those that it is compared with
     * @param processors creates new ones
     */
    private record Subject(String module, List<JavaFileObject> sources, Supplier<List<Processor>> processors) {}

    /**
     * {@return the table of one module}
     *
     * @param classes of the generated module
     * @param reached by its allocator, if it has one
     */
    String table(int classes, int reached) throws IOException {
        Map<String, Subject> subjects = subjects(classes, reached);
        Map<String, List<Double>> times = new LinkedHashMap<>();
        subjects.keySet().forEach(name -> times.put(name, new ArrayList<>()));
        List<String> order = new ArrayList<>(subjects.keySet());
        Random random = new Random(1);
        for (int round = -WARM_UP; round < rounds; round++) {
            // The order varies, so that none always follows the same one and is affected by its garbage and profiles.
            Collections.shuffle(order, random);
            for (String name : order) {
                double millis = compile(subjects.get(name));
                if (round >= 0) {
                    times.get(name).add(millis);
                }
            }
        }
        MarkdownTable table = new MarkdownTable(
                List.of(classes + " classes", "ms", "ratio to " + NONE, "ratio to one that does nothing"));
        subjects.forEach((name, subject) -> table.row(List.of(
                name,
                MarkdownTable.number(Median.of(times.get(name))),
                ratio(times.get(name), times.get(NONE + subject.module())),
                ratio(times.get(name), times.get(IDLE + subject.module())))));
        return table.toString();
    }

    private static Map<String, Subject> subjects(int classes, int reached) {
        List<JavaFileObject> plain = GeneratedModule.plain(classes);
        List<JavaFileObject> pool = GeneratedModule.withAllocator(classes, reached);
        Supplier<List<Processor>> none = List::of;
        Supplier<List<Processor>> idle = () -> List.of(new IdleProcessor());
        Supplier<List<Processor>> heapwright = processor("dev.heapwright.processor.HeapwrightProcessor");
        Supplier<List<Processor>> autoService = processor("com.google.auto.service.processor.AutoServiceProcessor");
        Supplier<List<Processor>> dagger = processor("dagger.internal.codegen.ComponentProcessor");
        Map<String, Subject> subjects = new LinkedHashMap<>();
        subjects.put(NONE, new Subject("", plain, none));
        subjects.put(IDLE, new Subject("", plain, idle));
        subjects.put("Heapwright, no allocator", new Subject("", plain, heapwright));
        subjects.put("AutoService", new Subject("", plain, autoService));
        subjects.put("Dagger", new Subject("", plain, dagger));
        subjects.put(NONE + WITH_ALLOCATOR, new Subject(WITH_ALLOCATOR, pool, none));
        subjects.put(IDLE + WITH_ALLOCATOR, new Subject(WITH_ALLOCATOR, pool, idle));
        subjects.put(
                "Heapwright, one allocator that reaches " + reached, new Subject(WITH_ALLOCATOR, pool, heapwright));
        return subjects;
    }

    private static String ratio(List<Double> times, List<Double> yardstick) {
        double median = Median.of(IntStream.range(0, times.size())
                .mapToObj(round -> times.get(round) / yardstick.get(round))
                .toList());
        return "%.3f".formatted(median);
    }

    private double compile(Subject subject) throws IOException {
        Files.createDirectories(output);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<Processor> processors = subject.processors().get();
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

    /** The processors are only on the class path in the benchmark's profile, and this class compiles without it. */
    private static Supplier<List<Processor>> processor(String type) {
        return () -> ServiceLoader.load(Processor.class).stream()
                .filter(provider -> provider.type().getName().equals(type))
                .map(ServiceLoader.Provider::get)
                .findFirst()
                .map(List::of)
                .orElseThrow(() -> new IllegalStateException(type + " is not on the class path"));
    }
}
