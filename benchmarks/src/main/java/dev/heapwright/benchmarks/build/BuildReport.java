package dev.heapwright.benchmarks.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Measures what a build pays, and writes {@code javac.md}, {@code closure.md}, {@code reactor.md} and {@code
 * cache.md}. */
public final class BuildReport {
    private BuildReport() {}

    /**
     * Measures what the system properties ask for, all of which the module's POM sets: {@code part} is a regular
     * expression for {@code javac}, {@code closure}, {@code reactor} and {@code cache}, and sizes are lists with commas.
     *
     * @param arguments the folder to write to, that of Maven, the user's local repository, the template of the settings,
     *     and Heapwright's version; Heapwright is in the local repository {@code repository} below the first
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        MavenRun maven = new MavenRun(
                Path.of(arguments[1]),
                folder.resolve("repository"),
                settings(Path.of(arguments[3]), Path.of(arguments[2]), folder));
        String version = arguments[4];
        Pattern part = Pattern.compile(System.getProperty("part"));
        int runs = Integer.getInteger("runs");
        if (part.matcher("javac").matches()) {
            JavacBenchmark javac = new JavacBenchmark(folder.resolve("classes"), Integer.getInteger("rounds"));
            StringBuilder tables = new StringBuilder();
            for (int classes : numbers("classes")) {
                tables.append(javac.table(classes, Math.min(classes, Integer.getInteger("reached"))))
                        .append('\n');
            }
            write(folder.resolve("javac.md"), tables.toString());
        }
        if (part.matcher("closure").matches()) {
            int modules = Integer.getInteger("closureModules");
            String table = new ClosureBenchmark(maven, folder, version, modules, runs).table(numbers("jars"));
            write(folder.resolve("closure.md"), table);
        }
        if (part.matcher("reactor").matches()) {
            String tables = new ReactorBenchmark(maven, folder, version, runs)
                    .tables(numbers("reactorModules"), numbers("threads"));
            write(folder.resolve("reactor.md"), tables);
        }
        if (part.matcher("cache").matches()) {
            write(
                    folder.resolve("cache.md"),
                    new CacheBenchmark(maven, folder, version).table(numbers("cacheModules")));
        }
    }

    private static Path settings(Path template, Path localRepository, Path folder) throws IOException {
        String text = Files.readString(template)
                .replace("@localRepositoryUrl@", localRepository.toUri().toString());
        return Files.writeString(folder.resolve("settings.xml"), text);
    }

    private static List<Integer> numbers(String property) {
        return Arrays.stream(System.getProperty(property).split(",", -1))
                .map(Integer::valueOf)
                .toList();
    }

    private static void write(Path file, String table) throws IOException {
        Files.writeString(file, table);
        System.out.println(table);
    }
}
