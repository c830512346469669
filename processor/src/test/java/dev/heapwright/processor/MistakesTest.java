package dev.heapwright.processor;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Mistakes that users make in sources, each in a file together with all that the compiler says: one error for each cause, at
 * the smallest place, and help that works when it is pasted. The first source is the one with the mistake.
 */
class MistakesTest {
    static final Path FOLDER = Path.of("src/test/resources/mistakes");
    private static final Pattern HEADLINE = Pattern.compile("(?m)^.*\\[Heapwright/.*$");

    static List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void isToldAsTheFileShows(String file) throws IOException {
        ExamplePage page = ExamplePage.read(FOLDER.resolve(file));
        // The compiler of Java 17 has another word in a message of its own.
        page.assertMessage(
                page.compile("Example").messages().replace("annotation type not", "annotation interface not"));
    }

    /** What the help asks for is no longer missing afterwards: nothing is told, or something else. */
    @ParameterizedTest
    @MethodSource("files")
    void isNotToldAgainWhenItsHelpWasPasted(String file) throws IOException {
        ExamplePage page = ExamplePage.read(FOLDER.resolve(file));
        List<String> sources = page.sources("Example");
        String messages = page.compile("Example").messages();
        List<String> followed = new ArrayList<>(sources);
        followed.set(0, Advice.followed(sources.get(0), messages));
        if (!followed.equals(sources)) {
            assertNotEquals(
                    headlines(messages), headlines(ExamplePage.compile(followed).messages()), messages);
        }
    }

    private static List<String> headlines(String messages) {
        return HEADLINE.matcher(messages).results().map(each -> each.group()).toList();
    }
}
