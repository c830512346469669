package dev.heapwright.benchmarks.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The large reactor with Maven's build cache extension: built once, and then from a fresh copy in another folder. The
 * two builds only share the cache.
 *
 * @param maven that builds
 * @param folder for the projects and the caches
 * @param version of Heapwright
 */
record CacheBenchmark(MavenRun maven, Path folder, String version) {
    private static final Pattern HIT = Pattern.compile("Found cached build, restoring com\\.acme:m\\d+ ");

    /**
     * {@return the table}
     *
     * @param sizes in modules; at least 100
     */
    String table(List<Integer> sizes) throws IOException, InterruptedException {
        MarkdownTable table = new MarkdownTable(List.of(
                "modules, cache",
                "first build, s",
                "second build, s",
                "hits",
                "misses",
                "bound jars",
                "of them identical"));
        for (int size : sizes) {
            // A folder that both builds share: on one machine, or mounted.
            Path shared = emptied("cache-folder-" + size);
            table.row(row(size, "folder", List.of(location(shared)), List.of(location(shared))));
            try (FileServer server = new FileServer(emptied("cache-server-" + size))) {
                List<String> remote = List.of(
                        "-Dmaven.build.cache.remote.enabled=true", "-Dmaven.build.cache.remote.url=" + server.url());
                table.row(row(
                        size,
                        "server",
                        plus(
                                remote,
                                List.of(
                                        location(emptied("cache-first-" + size)),
                                        "-Dmaven.build.cache.remote.save.enabled=true")),
                        plus(remote, List.of(location(emptied("cache-second-" + size))))));
            }
        }
        return table.toString();
    }

    private List<String> row(int size, String cache, List<String> firstOptions, List<String> secondOptions)
            throws IOException, InterruptedException {
        Path first = copy("cached-" + size + "-first", size);
        Path second = copy("cached-" + size + "-second", size);
        List<String> goals = List.of("verify", "-Pheapwright");
        double secondsFirst = maven.time(first, plus(goals, firstOptions)).seconds();
        double secondsSecond = maven.time(second, plus(goals, secondOptions)).seconds();
        long hits = HIT.matcher(Files.readString(second.resolve(MavenRun.LOG)))
                .results()
                .count();
        List<Path> bound = boundJars(first);
        int identical = 0;
        for (Path jar : bound) {
            Path restored = second.resolve(first.relativize(jar));
            identical += Files.isRegularFile(restored) && Files.mismatch(jar, restored) < 0 ? 1 : 0;
        }
        return List.of(
                size + ", " + cache,
                MarkdownTable.number(secondsFirst),
                MarkdownTable.number(secondsSecond),
                Long.toString(hits),
                Long.toString(size - hits),
                Integer.toString(bound.size()),
                Integer.toString(identical));
    }

    private Path copy(String name, int size) throws IOException {
        Path project = emptied(name);
        new GeneratedReactor(project, size, version).write();
        Pom.write(project.resolve(".mvn/extensions.xml"), EXTENSIONS);
        return project;
    }

    /** The jars of applications: those that have glue. */
    private static List<Path> boundJars(Path project) throws IOException {
        try (Stream<Path> modules = Files.list(project)) {
            List<Path> jars = new ArrayList<>();
            for (Path module : modules.sorted().toList()) {
                Path jar = module.resolve("target").resolve(module.getFileName() + "-1.jar");
                if (Files.isDirectory(module.resolve("target/generated-sources/heapwright"))) {
                    jars.add(jar);
                }
            }
            return jars;
        }
    }

    private Path emptied(String name) throws IOException {
        Path target = folder.resolve(name);
        if (Files.exists(target)) {
            try (Stream<Path> files = Files.walk(target)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        return Files.createDirectories(target);
    }

    private static String location(Path cache) {
        return "-Dmaven.build.cache.location=" + cache;
    }

    private static List<String> plus(List<String> options, List<String> others) {
        return Stream.concat(options.stream(), others.stream()).toList();
    }

    private static final String EXTENSIONS = """
            <extensions>
              <extension>
                <groupId>org.apache.maven.extensions</groupId>
                <artifactId>maven-build-cache-extension</artifactId>
                <version>1.3.0</version>
              </extension>
            </extensions>
            """;
}
