package dev.heapwright.testing;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/**
 * Compilations in memory. The class path contains only what is requested: opening each jar of the tests' own class path
 * takes two thirds of javac's time for a small class.
 *
 * @param compiler javac, or another one
 * @param classPath jars and class folders
 * @param options other options; a class path among them takes precedence
 * @param processors annotation processors, each for one compilation; if there are none, annotation processing is
 *     disabled
 */
public record Javac(JavaCompiler compiler, List<Path> classPath, List<String> options, List<Processor> processors) {

    /**
     * Only {@code java.base} of the JDK is visible, as javac reads the descriptors of all visible modules each time.
     */
    public static final List<String> JAVA_BASE = List.of("--limit-modules", "java.base");

    /** {@return compilations with javac, without options} */
    public static Javac withClassPath(Path... classPath) {
        return new Javac(ToolProvider.getSystemJavaCompiler(), List.of(classPath), List.of(), List.of());
    }

    /** {@return the same with additional options} */
    public Javac withOptions(List<String> more) {
        return new Javac(
                compiler,
                classPath,
                Stream.concat(options.stream(), more.stream()).toList(),
                processors);
    }

    /** {@return the same with additional options} */
    public Javac withOptions(String... more) {
        return withOptions(List.of(more));
    }

    /** {@return the same with another class path} */
    public Javac withClassPath(List<Path> other) {
        return new Javac(compiler, other, options, processors);
    }

    /** {@return the same with jars and class folders on the module path, replacing the previous ones} */
    public Javac withModulePath(List<Path> modulePath) {
        return withOptions("--module-path", joined(modulePath));
    }

    /** {@return the same with these annotation processors, for one compilation} */
    public Javac withProcessors(List<? extends Processor> others) {
        return new Javac(compiler, classPath, options, List.copyOf(others));
    }

    /** {@return the same with another compiler} */
    public Javac withCompiler(JavaCompiler other) {
        return new Javac(other, classPath, options, processors);
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
     * {@return the jar or class folder that contains a resource}
     *
     * @param resource of the test class path, such as that of an artifact without classes
     */
    public static Path locationOf(String resource) {
        try {
            URL found = Objects.requireNonNull(Javac.class.getClassLoader().getResource(resource), resource);
            if (found.openConnection() instanceof JarURLConnection jar) {
                return Path.of(jar.getJarFileURL().toURI());
            }
            Path file = Path.of(found.toURI());
            return file.getRoot()
                    .resolve(file.subpath(
                            0, file.getNameCount() - Path.of(resource).getNameCount()));
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@return jars and class folders in the format of a compiler option} */
    public static String joined(List<Path> paths) {
        return paths.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    /**
     * {@return the result of a compilation}
     *
     * @param sources texts, each in a file named after its package and first type
     */
    public JavacResult compile(String... sources) {
        return compile(Arrays.stream(sources).map(Source::of).toList());
    }

    /** {@return the result of a compilation} */
    public JavacResult compile(List<Source> sources) {
        return compile(new MemoryFiles(), sources);
    }

    /**
     * {@return the result of a compilation}
     *
     * @param files of this compilation, closed at the end
     * @param sources in memory, or files for a compiler that accepts only files; empty if the options name them
     */
    public JavacResult compile(MemoryFiles files, List<? extends JavaFileObject> sources) {
        List<String> all = new ArrayList<>(List.of("-classpath", joined(classPath)));
        if (processors.isEmpty()) {
            all.add("-proc:none");
        }
        all.addAll(options);
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (files) {
            JavaCompiler.CompilationTask task =
                    compiler.getTask(new StringWriter(), files, diagnostics, all, null, sources);
            task.setProcessors(processors);
            boolean succeeded = task.call();
            return new JavacResult(succeeded, diagnostics.getDiagnostics(), files.written());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
