package dev.heapwright.maven.testing;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.Processor;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * A compilation for Java 17 in which each warning is an error.
 *
 * @param classPath jars and class folders
 * @param modulePath likewise
 * @param processors annotation processors, of one compilation
 */
public record Javac(List<Path> classPath, List<Path> modulePath, List<Processor> processors) {

    /**
     * {@return a compilation without annotation processors}
     *
     * @param classPath jars and class folders
     */
    public static Javac withClassPath(List<Path> classPath) {
        return new Javac(classPath, List.of(), List.of());
    }

    /**
     * {@return the jar or class folder that a class was loaded from}
     *
     * @param type a class of the test class path
     */
    public static Path locationOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Compiles.
     *
     * @param output the class folder to write to, made if need be
     * @param sources by paths, such as {@code com/acme/Pool.java}
     * @throws IllegalArgumentException if the compiler says anything, with what it says
     */
    public void compile(Path output, Map<String, String> sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter log = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(Files.createDirectories(output)));
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
            files.setLocationFromPaths(StandardLocation.MODULE_PATH, modulePath);
            List<String> options = new ArrayList<>(List.of("--release", "17", "-Xlint:all,-processing", "-Werror"));
            if (processors.isEmpty()) {
                options.add("-proc:none");
            }
            List<Source> units = sources.entrySet().stream()
                    .map(source -> new Source(source.getKey(), source.getValue()))
                    .toList();
            JavaCompiler.CompilationTask task = compiler.getTask(log, files, null, options, null, units);
            task.setProcessors(processors);
            if (!task.call() || !log.toString().isEmpty()) {
                throw new IllegalArgumentException(log.toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String path, String text) {
            super(URI.create("string:///" + path), JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
