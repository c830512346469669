package dev.heapwright.benchmarks.build;

import dev.heapwright.benchmarks.Option;
import dev.heapwright.benchmarks.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/**
 * Measures the cost for a build, and writes {@code javac.md}, {@code closure.md}, {@code reactor.md} and
 * {@code cache.md}.
 */
public final class BuildReport {
    /** The options. */
    public static final List<Option> OPTIONS = List.of(
            Option.expression("part", "the parts to run: a regular expression for javac, closure, reactor and cache"),
            Option.numbers("classes", "1000,5000", "javac: the sizes of the modules"),
            Option.number("reached", 2000, "javac: the maximum number of classes that the allocator reaches"),
            Option.number("rounds", 15, "javac: how often each module is compiled"),
            Option.numbers("jars", "30,300,1000", "closure: the sizes; 30 and 300 are real closures"),
            Option.number("closureModules", 12, "closure: the number of modules in each reactor"),
            Option.numbers("reactorModules", "100,1000", "reactor: the sizes"),
            Option.numbers("threads", "1,2", "reactor: the numbers of threads"),
            Option.numbers("cacheModules", "100,1000", "cache: the sizes"),
            Option.number("runs", 3, "closure and reactor: how often each is built"));

    private BuildReport() {}

    /** Runs the selected measurements. */
    public static void run(Settings settings) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(settings.folder());
        Predicate<String> part = settings.expression("part").asMatchPredicate();
        if (part.test("javac")) {
            JavacBenchmark javac = new JavacBenchmark(folder.resolve("classes"), settings.number("rounds"));
            StringBuilder tables = new StringBuilder();
            for (int classes : settings.numbers("classes")) {
                tables.append(javac.table(classes, Math.min(classes, settings.number("reached"))))
                        .append('\n');
            }
            write(folder.resolve("javac.md"), tables.toString());
        }
        int runs = settings.number("runs");
        if (part.test("closure")) {
            BuiltMaven built = BuiltMaven.beside(folder);
            String table = new ClosureBenchmark(
                            built.maven(), folder, built.version(), settings.number("closureModules"), runs)
                    .table(settings.numbers("jars"));
            write(folder.resolve("closure.md"), table);
        }
        if (part.test("reactor")) {
            BuiltMaven built = BuiltMaven.beside(folder);
            String tables = new ReactorBenchmark(built.maven(), folder, built.version(), runs)
                    .tables(settings.numbers("reactorModules"), settings.numbers("threads"));
            write(folder.resolve("reactor.md"), tables);
        }
        if (part.test("cache")) {
            BuiltMaven built = BuiltMaven.beside(folder);
            write(
                    folder.resolve("cache.md"),
                    new CacheBenchmark(built.maven(), folder, built.version()).table(settings.numbers("cacheModules")));
        }
    }

    private static void write(Path file, String table) throws IOException {
        Files.writeString(file, table);
        System.out.println(table);
    }
}
