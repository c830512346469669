package dev.heapwright.maven.reactor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a public CI would run are the two commands of README.md, on each kind of platform. */
class WorkflowTest {
    private static final Path ROOT = Path.of(System.getProperty("basedir", ""), "..");

    @Test
    void itsCommandsAreThoseOfTheReadme() throws IOException {
        assertEquals(
                found("(?m)^<!-- run by: \\.ci/run -->\n```\nmvn (.*)\n```$", "README.md"),
                found("(?m)^ +run: mvn --batch-mode (.*)$", ".github/workflows/ci.yml"));
    }

    @Test
    void itRunsOnEachKindOfPlatform() throws IOException {
        assertEquals(
                List.of("ubuntu-24.04", "ubuntu-24.04-arm", "macos-15", "windows-2025"),
                found("(?m)^ {10}- (.*)$", ".github/workflows/ci.yml"));
    }

    private static List<String> found(String pattern, String file) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Files.readString(ROOT.resolve(file)))
                .results()
                .map(each -> each.group(1))
                .toList();
    }
}
