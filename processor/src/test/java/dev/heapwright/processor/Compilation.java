package dev.heapwright.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.testing.compile.Compiler;
import dev.heapwright.annotations.NeedsAllocator;
import dev.heapwright.memory.Memory;
import dev.heapwright.testing.Javac;
import dev.heapwright.testing.JavacResult;
import dev.heapwright.testing.MemoryFiles;
import dev.heapwright.testing.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * The result of compiling sources with the processor: the messages, and the markers.
 *
 * @param result of the compiler
 */
record Compilation(JavacResult result) {
    static final Path ANNOTATIONS = Javac.locationOf(NeedsAllocator.class);

    /** The class path for an allocator: the annotations and the memory module. */
    static final List<Path> CLASS_PATH = List.of(ANNOTATIONS, Javac.locationOf(Memory.class));

    static final List<String> LINTED = and(Javac.JAVA_BASE, "-Xlint:all,-processing", "-parameters");
    static final List<String> STRICT = and(LINTED, "-Werror");

    private static List<String> and(List<String> options, String... more) {
        return Stream.concat(options.stream(), Stream.of(more)).toList();
    }

    /**
     * Asserts that javac reports nothing, that exactly these markers are written, and that Eclipse's compiler agrees.
     */
    static void assertAccepted(List<String> markers, String... sources) {
        com.google.testing.compile.Compilation compilation = Compiler.javac()
                .withClasspath(CLASS_PATH.stream().map(Path::toFile).toList())
                .withOptions(STRICT)
                .withProcessors(new HeapwrightProcessor())
                .compile(Arrays.stream(sources).map(Source::of).toList());
        assertThat(compilation).succeededWithoutWarnings();
        assertEquals(
                markers,
                compilation.generatedFiles().stream()
                        .filter(file -> file.getName().contains("/META-INF/"))
                        .map(file -> file.getName().replaceFirst(".*/(?=META-INF/)", "") + "\n" + content(file))
                        .sorted()
                        .toList());
        EclipseCompilation.assertSame("", markers, sources);
    }

    private static String content(JavaFileObject file) {
        try {
            return file.getCharContent(false).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Asserts that javac reports exactly this, that no marker is written, and that Eclipse's compiler agrees. This does
     * not use compile-testing, which does not show what a failed compilation has written.
     */
    static void assertRefused(String messages, String... sources) {
        Compilation compilation = of(sources);
        assertEquals(messages, compilation.messages());
        assertEquals(List.of(), compilation.markers());
        EclipseCompilation.assertSame(messages, List.of(), sources);
    }

    /** {@return the compilation of sources with the processor, with warnings as errors} */
    static Compilation of(String... sources) {
        return of(STRICT, List.of(new HeapwrightProcessor()), sources);
    }

    /** {@return the compilation of the sources of a module, which may require the module of the annotations} */
    static Compilation ofModule(String... sources) {
        return of(
                List.of("-Xlint:all,-processing", "-Werror", "--module-path", ANNOTATIONS.toString()),
                List.of(new HeapwrightProcessor()),
                sources);
    }

    /** {@return the compilation of sources in memory} */
    static Compilation of(List<String> options, List<? extends Processor> processors, String... sources) {
        return of(new MemoryFiles(), options, processors, sources);
    }

    /** {@return the compilation of sources, each in a file named after its package and first type} */
    static Compilation of(
            MemoryFiles files, List<String> options, List<? extends Processor> processors, String... sources) {
        JavacResult result = javac().withOptions(options)
                .withProcessors(processors)
                .compile(files, Arrays.stream(sources).map(Source::of).toList());
        boolean hasErrors = result.diagnostics().stream().anyMatch(each -> each.getKind() == Diagnostic.Kind.ERROR);
        assertEquals(!hasErrors, result.succeeded());
        return new Compilation(result);
    }

    /** {@return javac with the class path for an allocator} */
    static Javac javac() {
        return Javac.withClassPath(CLASS_PATH.toArray(Path[]::new));
    }

    /** {@return all messages of the compiler, in its order} */
    List<Diagnostic<? extends JavaFileObject>> diagnostics() {
        return result.diagnostics();
    }

    /** {@return all messages of the compiler, as it prints them, with the column} */
    String messages() {
        return result.messages();
    }

    /** {@return Heapwright's messages} */
    String ownMessages() {
        return diagnostics().stream()
                .map(JavacResult::message)
                .filter(message -> message.contains("[Heapwright/"))
                .collect(Collectors.joining());
    }

    /** {@return the paths of the markers, sorted, each followed by the lines of its content} */
    List<String> markers() {
        return result.written().entrySet().stream()
                .filter(file -> file.getKey().startsWith("META-INF/"))
                .map(file -> file.getKey() + "\n" + new String(file.getValue(), StandardCharsets.UTF_8))
                .toList();
    }
}
