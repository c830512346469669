package dev.heapwright.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.testing.Javac;
import dev.heapwright.testing.MemoryFiles;
import dev.heapwright.testing.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;

/** Compiles sources with Eclipse's compiler, which has the language model but not javac's trees. */
final class EclipseCompilation {
    private EclipseCompilation() {}

    /**
     * Asserts that with this compiler the processor reports the same as with javac, and writes the same markers.
     * Intended differences:
     *
     * <ul>
     * <li>Columns: a finding about a part of a declaration, such as a type, is shown at the declaration's name.
     * <li>The line of a near miss, or of another allocator, is not mentioned: the language model does not have it.
     * <li>A declaration is shown as the model has it, with the qualified names of types, and not as it is written.
     * <li>A finding about a record is at its first static method, or has no position: this compiler does not provide the
     *     record's.
     * </ul>
     *
     * <p>Nothing is asserted if the file system does not allow the file name of a source.
     *
     * @param messages of javac, all from the processor
     * @param markers the paths of the markers, sorted, each followed by the lines of its content
     * @param sources texts of the files
     */
    static void assertSame(String messages, List<String> markers, String... sources) {
        try {
            Path folder = Files.createTempDirectory("eclipse");
            try {
                Compilation compilation = of(folder, sources);
                assertEquals(withoutTrees(messages), withoutQualifiers(withoutColumns(compilation.ownMessages())));
                assertEquals(markers, compilation.markers());
                for (Diagnostic<? extends JavaFileObject> diagnostic : compilation.diagnostics()) {
                    assertShownAtAName(diagnostic);
                }
            } catch (InvalidPathException e) {
                // See the differences above.
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * {@return the compilation of sources, with javac's file manager, as that of this compiler would read the JDK's
     * index each time}
     *
     * @param folder a folder for classes and for sources, which have to be files that exist while positions of
     *     diagnostics are queried
     * @throws InvalidPathException if the file system does not allow the file name of a source
     */
    static Compilation of(Path folder, String... sources) throws IOException {
        List<Path> paths = new ArrayList<>();
        for (String source : sources) {
            Path path = folder.resolve(Source.of(source).path());
            Files.createDirectories(path.getParent());
            paths.add(Files.writeString(path, source));
        }
        List<JavaFileObject> units = new ArrayList<>();
        try (StandardJavaFileManager places =
                ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            places.getJavaFileObjectsFromPaths(paths).forEach(units::add);
            return new Compilation(Javac.withClassPath(folder, Compilation.ANNOTATIONS)
                    .withCompiler(new EclipseCompiler())
                    .withOptions("--release", "17")
                    .withProcessors(List.of(new HeapwrightProcessor()))
                    .compile(new MemoryFiles(), units));
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static String withoutTrees(String messages) {
        return withoutQualifiers(withoutColumns(messages))
                // Javac indents all lines but the first.
                .replaceAll("(?m)^  ", "")
                .replaceAll("line \\d+: (\\w+ looks like)", "$1")
                .replaceAll("(?m)^( +also annotated .*) \\(.*:\\d+\\)$", "$1")
                .replaceAll("(?m)^\\S+: (error: .* it is a record)$", "$1");
    }

    private static String withoutColumns(String messages) {
        return messages.replaceAll("(?m)^(\\S+:\\d+):\\d+: ", "$1: ");
    }

    /** Only in declarations. */
    private static String withoutQualifiers(String messages) {
        return Pattern.compile("(?m)^ +[-+] .*$")
                .matcher(messages)
                .replaceAll(
                        line -> Matcher.quoteReplacement(line.group().replaceAll("\\b(?:[a-z]\\w*\\.)+(?=[A-Z])", "")));
    }

    /** Of the declaration or the annotation. */
    private static void assertShownAtAName(Diagnostic<? extends JavaFileObject> diagnostic) throws IOException {
        if (diagnostic.getSource() != null && diagnostic.getMessage(Locale.ROOT).startsWith("[Heapwright/")) {
            String text = diagnostic.getSource().getCharContent(true).toString();
            String shown = text.substring((int) diagnostic.getStartPosition(), (int) diagnostic.getEndPosition() + 1);
            String name = shown.replaceFirst("^@(?:\\w+\\.)*", "").replaceFirst("(?s)[^\\p{L}\\p{M}\\p{N}_$].*", "");
            assertTrue(!name.isEmpty() && diagnostic.getMessage(Locale.ROOT).contains(name), shown);
        }
    }
}
