package dev.heapwright.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;

/** Sources that go through Eclipse's compiler, which has the language model and nothing of javac's trees. */
final class EclipseCompilation {
    private EclipseCompilation() {}

    /**
     * Asserts that with this compiler the processor says of the sources what it says with javac, and writes the same
     * markers. Different are, for a reason:
     *
     * <ul>
     * <li>Columns: what javac shows at a part of a declaration, such as a type, is shown at the declaration's name.
     * <li>The line of a near miss is not told: the language model has none.
     * <li>A record is shown nowhere: this compiler says no place of one.
     * </ul>
     *
     * <p>Its sources have to be files, so nothing is asserted where the file system cannot have a file of their names.
     *
     * @param messages of javac, all of them the processor's
     * @param markers the paths of the markers, sorted, each with its content in the lines after it
     * @param sources texts of the files
     */
    static void assertSame(String messages, List<String> markers, String... sources) {
        try {
            Path folder = Files.createTempDirectory("eclipse");
            try {
                Compilation compilation = of(folder, sources);
                assertEquals(withoutTrees(messages), withoutColumns(compilation.ownMessages()));
                assertEquals(markers, compilation.markers());
                for (Diagnostic<? extends JavaFileObject> diagnostic : compilation.diagnostics()) {
                    assertShownAtAName(diagnostic);
                }
            } catch (InvalidPathException e) {
                // See above.
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the compilation of sources into a folder, which is also on the class path} */
    static Compilation of(Path folder, String... sources) throws IOException {
        List<Path> paths = new ArrayList<>();
        for (String source : sources) {
            Path path = folder.resolve("sources").resolve(Compilation.Source.path(source));
            Files.createDirectories(path.getParent());
            paths.add(Files.writeString(path, source));
        }
        JavaCompiler compiler = new EclipseCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
            List<String> options = List.of(
                    "--release",
                    "17",
                    "-d",
                    folder.toString(),
                    "-classpath",
                    folder + File.pathSeparator + Compilation.annotations());
            JavaCompiler.CompilationTask task = compiler.getTask(
                    new StringWriter(),
                    files,
                    diagnostics,
                    options,
                    null,
                    files.getJavaFileObjects(paths.toArray(Path[]::new)));
            task.setProcessors(List.of(new HeapwrightProcessor()));
            task.call();
        }
        return new Compilation(diagnostics.getDiagnostics(), resources(folder));
    }

    private static Map<String, String> resources(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        Path resources = folder.resolve("META-INF");
        if (Files.exists(resources)) {
            try (Stream<Path> files = Files.walk(resources)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    String path = folder.relativize(file).toString().replace(File.separatorChar, '/');
                    contents.put(path, Files.readString(file));
                }
            }
        }
        return contents;
    }

    private static String withoutTrees(String messages) {
        return withoutColumns(messages)
                // Javac indents what follows a first line.
                .replaceAll("(?m)^  ", "")
                .replaceAll("(did you mean .*), line \\d+\\?", "$1?")
                .replaceAll("(?m)^\\S+: (error: .* it is a record)$", "$1");
    }

    private static String withoutColumns(String messages) {
        return messages.replaceAll("(?m)^(\\S+:\\d+):\\d+: ", "$1: ");
    }

    private static void assertShownAtAName(Diagnostic<? extends JavaFileObject> diagnostic) throws IOException {
        if (diagnostic.getSource() != null && diagnostic.getMessage(Locale.ROOT).startsWith("[Heapwright/")) {
            String text = diagnostic.getSource().getCharContent(true).toString();
            String shown = text.substring((int) diagnostic.getStartPosition(), (int) diagnostic.getEndPosition() + 1);
            String name = shown.replaceFirst("(?s)[^\\p{L}\\p{M}\\p{N}_$].*", "");
            assertTrue(!name.isEmpty() && diagnostic.getMessage(Locale.ROOT).contains(name), shown);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
