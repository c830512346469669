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
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
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
     * <p>Nothing is asserted where the file system cannot have a file of the name of a source.
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

    /**
     * {@return the compilation of sources, with javac's file manager: that of this compiler reads the JDK's index anew}
     *
     * @param folder a class folder, and the place for the sources, which have to be files, and be there as long as
     *     diagnostics are asked for their places
     * @throws InvalidPathException if the file system cannot have a file of the name of a source
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
        return withoutColumns(messages)
                // Javac indents what follows a first line.
                .replaceAll("(?m)^  ", "")
                .replaceAll("line \\d+: (\\w+ looks like)", "$1")
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
}
