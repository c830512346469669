package dev.heapwright.processor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Messages that are longer than those in the documentation, each in a golden file together with its sources. */
class GoldenMessagesTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden");

    static List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void theExampleGivesTheMessage(String file) throws IOException {
        ExamplePage page = ExamplePage.read(FOLDER.resolve(file));
        page.assertMessage(page.compile("Example").messages());
    }
}
