package dev.heapwright.maven;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The POM snippets on the pages of the plugin's diagnostics are those that the integration tests run. */
class DiagnosticPagesTest {
    static final Path ROOT = Path.of(System.getProperty("basedir", ""), "..");
    private static final Path TESTS = ROOT.resolve("src/it");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TwoAllocators",
                "TwoBindings",
                "ShadowedClass",
                "UncompiledGlue",
                "NoAllocator",
                "NotAnAllocator",
                "UnavailableForTarget",
                "NotValidated",
                "LibraryImposesAllocator",
                "BrokenPackage",
                "NotLinkable",
                "UngovernedMemory",
                "InvalidConfiguration"
            })
    void eachBlockOccursInAPomOfTheTestOfThatNameOrOfItsTwin(String id) throws IOException {
        String page = Files.readString(ROOT.resolve("docs/diagnostics/" + id + ".md"));
        List<List<String>> blocks = Pattern.compile("(?ms)^```xml\n(.*?)^```$")
                .matcher(page)
                .results()
                .map(block -> stripped(block.group(1)))
                .toList();
        List<List<String>> poms = poms(id);
        assertFalse(blocks.isEmpty());
        for (List<String> block : blocks) {
            assertTrue(
                    poms.stream().anyMatch(pom -> Collections.indexOfSubList(pom, block) >= 0),
                    () -> "in no POM: " + String.join("\n", block));
        }
    }

    private static List<List<String>> poms(String id) throws IOException {
        String name = id.replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
        List<Path> files = new ArrayList<>();
        // Jars with dependencies have their own tests.
        for (String test : List.of(name, name + "-fixed", "fat-jar-broken", "fat-jar-broken-fixed", "setup-parent")) {
            try (Stream<Path> walk = Files.walk(TESTS.resolve(test))) {
                walk.filter(file -> file.endsWith("pom.xml")).sorted().forEach(files::add);
            }
        }
        return files.stream().map(DiagnosticPagesTest::read).toList();
    }

    private static List<String> read(Path pom) {
        try {
            return stripped(Files.readString(pom));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> stripped(String text) {
        return text.lines().map(String::strip).toList();
    }
}
