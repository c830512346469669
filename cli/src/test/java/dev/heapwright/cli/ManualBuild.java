package dev.heapwright.cli;

import dev.heapwright.annotations.Allocator;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.heap.Heap;
import dev.heapwright.linker.artifact.JarCoordinates;
import dev.heapwright.memory.Memory;
import dev.heapwright.mimalloc.MimallocAllocator;
import dev.heapwright.testing.AllocatorSource;
import dev.heapwright.testing.Javac;
import dev.heapwright.testing.Source;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;

/** Builds a module: each step as a build tool other than Maven would run it. */
final class ManualBuild {
    private static final String MAIN = """
            package com.acme;

            import dev.heapwright.annotations.NeedsAllocator;
            import dev.heapwright.heap.Heap;

            @NeedsAllocator
            public final class Main {
                public static String binding() {
                    return Heap.binding().toString();
                }
            }
            """;
    static final List<Path> HEAP = Stream.of(
                    Allocator.class, Heap.class, MimallocAllocator.class, Memory.class, Diagnostic.class)
            .map(Javac::locationOf)
            .distinct()
            .toList();

    /** A jar that Maven has built contains its version, a class folder does not. */
    static final String BINDING = "dev.heapwright.system.SystemAllocator "
            + JarCoordinates.of(Javac.locationOf(MimallocAllocator.class)).version()
            + " (default for an application for Java 17, as jemalloc needs Java 22)";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Path folder;
    private final Path sources;
    private final Path build;

    /** Writes the sources of a program that prints what it is bound to. */
    ManualBuild(Path folder) throws IOException {
        this.folder = folder;
        sources = folder.resolve("src");
        build = folder.resolve("build");
        Files.createDirectories(sources.resolve("com/acme"));
        Files.writeString(sources.resolve("com/acme/Main.java"), MAIN);
    }

    /** {@return the exit status of a command for the module with a class path, and with more arguments} */
    int run(String command, List<Path> classPath, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                command,
                "--module",
                "com.acme:app:1.0",
                "--kind",
                "application",
                "--release",
                "17",
                "--source-path",
                sources.toString(),
                "--build-folder",
                build.toString(),
                "--class-path",
                classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator))));
        arguments.addAll(Arrays.asList(more));
        return call(arguments.toArray(String[]::new));
    }

    /** {@return the exit status of the command line, whose output is added to {@link #out} and {@link #err}} */
    int call(String... arguments) {
        return Main.run(writer(out), writer(err), arguments);
    }

    /** Packages the compiled classes. */
    void jar(Path jar) {
        String classes = build.resolve("classes").toString();
        ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(writer(out), writer(err), "--create", "--file", jar.toString(), "-C", classes, ".");
    }

    private static PrintWriter writer(StringWriter text) {
        return new PrintWriter(text, true);
    }

    /** {@return the classes of an artifact with one allocator, of that name} */
    Path allocator(String name) {
        Path classes = folder.resolve(name);
        Javac.withClassPath()
                .withClassPath(HEAP)
                .withOptions("--release", "17")
                .withProcessors(List.of(processor()))
                .compile(List.of(Source.of(
                        "com/acme/" + name + ".java",
                        AllocatorSource.named("com.acme." + name).text())))
                .save(classes);
        return classes;
    }

    /** Compiles the sources and the glue with javac, then copies the glue's resources. */
    void compile(List<Path> classPath) throws IOException {
        List<Source> all = new ArrayList<>(List.of(Source.of("com/acme/Main.java", MAIN)));
        Path glue = build.resolve("generated-sources/heapwright");
        Path classes = build.resolve("classes");
        for (Path file : files(glue)) {
            all.add(Source.of(glue.relativize(file).toString(), Files.readString(file)));
        }
        Javac.withClassPath()
                .withClassPath(classPath)
                .withOptions("--release", "17")
                .withProcessors(List.of(processor()))
                .compile(all)
                .save(classes);
        Path resources = build.resolve("generated-resources/heapwright");
        for (Path file : files(resources)) {
            Path target = classes.resolve(resources.relativize(file).toString());
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        }
    }

    /** Found as javac finds it. */
    private static Processor processor() {
        return ServiceLoader.load(Processor.class).findFirst().orElseThrow();
    }

    private static List<Path> files(Path root) throws IOException {
        if (Files.notExists(root)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(Files::isRegularFile).toList();
        }
    }

    /** {@return what the compiled program says that it is bound to} */
    String binding() throws Exception {
        List<URL> urls = new ArrayList<>();
        urls.add(build.resolve("classes").toUri().toURL());
        for (Path path : HEAP) {
            urls.add(path.toUri().toURL());
        }
        try (URLClassLoader loader =
                new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            Method method = loader.loadClass("com.acme.Main").getMethod("binding");
            return (String) method.invoke(null);
        }
    }

    /** {@return all that was printed so far} */
    String out() {
        return out.toString();
    }

    /** {@return all errors so far} */
    String err() {
        return err.toString();
    }

    /** {@return the folder that the build writes to} */
    Path build() {
        return build;
    }
}
