package dev.heapwright.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.testing.compile.Compiler;
import dev.heapwright.annotations.NeedsAllocator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * What a compiler said of sources, and what it wrote.
 *
 * @param diagnostics all that it said, in its order
 * @param written the contents of the files, by path from the root of the output
 */
record Compilation(List<Diagnostic<? extends JavaFileObject>> diagnostics, Map<String, String> written) {
    static final List<String> LINTED = List.of("-Xlint:all,-processing", "-parameters");
    static final List<String> STRICT = List.of("-Xlint:all,-processing", "-Werror", "-parameters");

    private static final Pattern PACKAGE = Pattern.compile("(?m)^(?:@.* )?package (.+);");
    private static final Pattern MODULE = Pattern.compile("(?m)^(?:@.* )?module .+ \\{");
    private static final Pattern TYPE = Pattern.compile(
            "(?m)^(?:public |abstract |final |sealed |@[\\w.]+ )*(?:class|@?interface|enum|record) ([^\\s(<]+)");

    /**
     * Asserts that javac says nothing of the sources, that these and no other markers are written, and that it is the same
     * with Eclipse's compiler.
     */
    static void assertAccepted(List<String> markers, String... sources) {
        com.google.testing.compile.Compilation compilation = Compiler.javac()
                .withOptions(STRICT)
                .withProcessors(new HeapwrightProcessor())
                .compile(Arrays.stream(sources).map(Source::new).toList());
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
     * Asserts that javac says this of the sources and nothing else, that no marker is written, and that it is the same with
     * Eclipse's compiler. Compiled here and not with compile-testing, which shows nothing of what a failed compilation has
     * written.
     */
    static void assertRefused(String messages, String... sources) {
        Compilation compilation = of(sources);
        assertEquals(messages, compilation.messages());
        assertEquals(List.of(), compilation.markers());
        EclipseCompilation.assertSame(messages, List.of(), sources);
    }

    /** {@return the compilation of sources with the processor, warnings being errors} */
    static Compilation of(String... sources) {
        return of(STRICT, List.of(new HeapwrightProcessor()), sources);
    }

    /** {@return the compilation of the sources of a module, which may require that of the annotations} */
    static Compilation ofModule(String... sources) {
        return of(
                List.of("-Xlint:all,-processing", "-Werror", "--module-path", annotations()),
                List.of(new HeapwrightProcessor()),
                sources);
    }

    /** {@return where the annotations are} */
    static String annotations() {
        try {
            return Path.of(NeedsAllocator.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    /** {@return the compilation of sources in memory} */
    static Compilation of(List<String> options, List<? extends Processor> processors, String... sources) {
        return of(new MemoryFileManager(), options, processors, sources);
    }

    /** {@return the compilation of sources, each in a file of the name that its package and first type demand} */
    static Compilation of(
            MemoryFileManager files, List<String> options, List<? extends Processor> processors, String... sources) {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        JavaCompiler.CompilationTask task = ToolProvider.getSystemJavaCompiler()
                .getTask(
                        null,
                        files,
                        diagnostics,
                        options,
                        null,
                        Arrays.stream(sources).map(Source::new).toList());
        task.setProcessors(processors);
        boolean succeeded = task.call();
        boolean hasErrors =
                diagnostics.getDiagnostics().stream().anyMatch(each -> each.getKind() == Diagnostic.Kind.ERROR);
        assertEquals(!hasErrors, succeeded);
        return new Compilation(diagnostics.getDiagnostics(), files.written());
    }

    /** {@return all that the compiler said, as it prints it, with the column} */
    String messages() {
        return diagnostics.stream().map(Compilation::message).collect(Collectors.joining());
    }

    /** {@return what Heapwright said} */
    String ownMessages() {
        return diagnostics.stream()
                .map(Compilation::message)
                .filter(message -> message.contains("[Heapwright/"))
                .collect(Collectors.joining());
    }

    /** {@return the paths of the markers, sorted, each with its content in the lines after it} */
    List<String> markers() {
        return written.entrySet().stream()
                .filter(file -> file.getKey().startsWith("META-INF/"))
                .map(file -> file.getKey() + "\n" + file.getValue())
                .toList();
    }

    private static String message(Diagnostic<? extends JavaFileObject> diagnostic) {
        JavaFileObject file = diagnostic.getSource();
        String place = file == null
                ? ""
                : file.getName().replaceFirst(".*/", "")
                        + ":" + diagnostic.getLineNumber()
                        + ":" + diagnostic.getColumnNumber()
                        + ": ";
        String kind = diagnostic.getKind().toString().toLowerCase(Locale.ROOT);
        return place + kind + ": " + diagnostic.getMessage(Locale.ROOT) + "\n";
    }

    /** A source in memory, of the name that its package and first type demand. */
    static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String text) {
            super(URI.create("memory:/" + path(text).replace("$", "%24")), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public String getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }

        static String path(String text) {
            if (MODULE.matcher(text).find()) {
                return "module-info.java";
            }
            String packageName = find(PACKAGE, text, "").replace('.', '/');
            return packageName + (packageName.isEmpty() ? "" : "/") + find(TYPE, text, "package-info") + ".java";
        }

        private static String find(Pattern pattern, String text, String otherwise) {
            Matcher matcher = pattern.matcher(text);
            return matcher.find() ? matcher.group(1) : otherwise;
        }
    }
}
