package dev.heapwright.maven.scaffold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.heapwright.diagnostic.DiagnosticException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectWriterTest {
    private static final Map<String, String> FILES = Map.of("a", "one", "b/c", "two");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    Path parent;

    @Test
    void theFolderIsCreatedWithItsFiles() throws Exception {
        new ProjectWriter(parent.resolve("pool")).write(FILES);
        assertEquals(List.of("pool/a", "pool/b/c"), files());
        assertEquals("two", Files.readString(parent.resolve("pool/b/c")));
    }

    @Test
    void anEmptyFolderIsFilled() throws Exception {
        Files.createDirectory(parent.resolve("pool"));
        new ProjectWriter(parent.resolve("pool")).write(FILES);
        assertEquals(List.of("pool/a", "pool/b/c"), files());
    }

    @Test
    void anExistingFolderIsNotChanged() throws Exception {
        Path folder = Files.createDirectory(parent.resolve("pool"));
        Files.writeString(folder.resolve("mine"), "");
        String message = assertThrows(DiagnosticException.class, () -> new ProjectWriter(folder).write(FILES))
                .getMessage();
        assertEquals("""
                [Heapwright/InvalidConfiguration] 'pool' already exists and is not an empty folder
                    at %s
                  help: choose another artifactId, which names the folder, or delete it
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=InvalidConfiguration""".formatted(folder), message);
        assertEquals(List.of("pool/mine"), files());
    }

    @Test
    void anExistingFileIsNotChanged() throws Exception {
        Path file = Files.writeString(parent.resolve("pool"), "mine");
        assertThrows(DiagnosticException.class, () -> new ProjectWriter(file).write(FILES));
        assertEquals("mine", Files.readString(file));
    }

    @Test
    void ifAFileCannotBeWrittenNothingIsLeftBehind() throws Exception {
        Map<String, String> files = new TreeMap<>(Map.of("a", "one", "a/b", "cannot be beside it"));
        assertThrows(IOException.class, () -> new ProjectWriter(parent.resolve("pool")).write(files));
        assertEquals(List.of(), files());
    }

    private List<String> files() throws IOException {
        try (Stream<Path> walk = Files.walk(parent)) {
            return walk.filter(Files::isRegularFile)
                    .map(file -> parent.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }
}
