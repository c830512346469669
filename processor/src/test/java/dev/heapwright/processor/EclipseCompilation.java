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

/** Compiles sources with Eclipse's compiler, which has the language model but not javac's trees. */
final class EclipseCompilation {
    private EclipseCompilation() {}

    /**
     * Asserts that with this compiler the processor reports the same as with javac, but for the {@linkplain EclipseDifference
     * differences}, and writes the same markers.
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
                assertEquals(
                        EclipseDifference.withoutAll(messages),
                        EclipseDifference.withoutAll(compilation.ownMessages()));
                assertEquals(markers, compilation.markers());
                for (Diagnostic<? extends JavaFileObject> diagnostic : compilation.diagnostics()) {
                    assertShownAtAName(diagnostic);
                }
            } catch (InvalidPathException e) {
                // There is no such source on this file system.
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
