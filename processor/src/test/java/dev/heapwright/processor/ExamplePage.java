package dev.heapwright.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page with sources and the compiler's messages about them: a diagnostic's page in the documentation, or a golden
 * file.
 *
 * @param file the page's file
 * @param text its whole content
 */
record ExamplePage(Path file, String text) {
    private static final Pattern MESSAGE = Pattern.compile("(?ms)^(## Message$.*?^```text\n)(.*?)(?=^```$)");

    static ExamplePage read(Path file) throws IOException {
        return new ExamplePage(file, Files.readString(file));
    }

    /** {@return the compilation of a section's sources} */
    Compilation compile(String section) {
        return compile(sources(section));
    }

    /** {@return a section's sources} */
    List<String> sources(String section) {
        Matcher body =
                Pattern.compile("(?ms)^## " + section + "$(.*?)(?=^## |\\z)").matcher(text);
        assertEquals(true, body.find(), section);
        return Pattern.compile("(?ms)^```java\n(.*?)^```$")
                .matcher(body.group(1))
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    /** {@return the compilation of sources} Warnings are not made errors: javac would add an error of its own. */
    static Compilation compile(List<String> sources) {
        return Compilation.of(Compilation.LINTED, List.of(new HeapwrightProcessor()), sources.toArray(String[]::new));
    }

    /** {@return the message that the page shows} */
    String message() {
        Matcher shown = MESSAGE.matcher(text);
        assertEquals(true, shown.find(), "Message");
        return shown.group(2);
    }

    /** Asserts that the page shows this message; with {@code -Dgolden=refresh}, writes it to the page instead. */
    void assertMessage(String message) throws IOException {
        Matcher shown = MESSAGE.matcher(text);
        assertEquals(true, shown.find(), "Message");
        if ("refresh".equals(System.getProperty("golden"))) {
            Files.writeString(file, text.substring(0, shown.start(2)) + message + text.substring(shown.end(2)));
        } else {
            assertEquals(shown.group(2), message);
        }
    }
}
