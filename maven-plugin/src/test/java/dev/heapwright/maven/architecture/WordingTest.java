package dev.heapwright.maven.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Names and phrases that readers stumbled over, and that have been replaced with those of the field. Only what has no
 * other meaning is listed: words such as "part" and "side" are left to reviews.
 */
class WordingTest {
    private static final Map<Path, String> FILES;

    static {
        try {
            FILES =
                    RepositoryFiles.endingWith(".java", ".groovy", ".kts", ".gradle", ".md", ".xml", ".txt", ".html")
                            .stream()
                            .filter(file -> !file.endsWith("WordingTest.java"))
                            .collect(Collectors.toMap(
                                    Function.identity(), RepositoryFiles::content, (one, other) -> one, TreeMap::new));
        } catch (IOException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(?i)needer",
                "\\b(NeederFiles|Surroundings|ManifestLook|ReadArtifacts|ReadModules|SessionMemory)",
                "\\b(RefusedException|Refusals|Faults|NewFolder)\\b",
                "\\b(readWhatCanBe|whence)",
                "\\b(class|record|interface|enum) (Signs?|Look|Mentions|Marks|Product|Party|Side)\\b",
            })
    void namesInTheCode(String name) {
        assertEquals("", matching(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "needs an allocator itself",
                "or leave out what needs more",
                "of variable arity",
                "takes \\S+ as its parameter",
                "lacks \\S+ of the contract's functions",
                "did you mean \\w+, line",
                "is one of \\S+ allocators in this module",
                "links \\S+ allocators, an application links",
                "not to be believed",
                "for another version of the contract than",
                "cannot be had",
                "there is no kind '",
                "and it is luck",
                "has lost the binding",
                "checked: bound to",
                "artifacts not drawn",
            })
    void messages(String phrase) {
        assertEquals("", matching(phrase));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "proves the choice",
                "by reflection and by luck",
                "makes a direct call of it",
                "owes, and is owed",
                "this house is laid out",
                "None of it is noticed in a build",
                "has an idea how to",
                "is had before",
                "says how it is given back",
                "counts for nothing",
                "at once do not meet",
                "the least at its most",
                "so that who relies",
                "Who has more lines to read",
                "a fault of ours",
            })
    void proseOfTheGuide(String phrase) {
        assertEquals("", matching(phrase));
    }

    /** {@return the places where it stands, even if a line of text is broken within; one a line} */
    private static String matching(String regex) {
        Pattern pattern = Pattern.compile(regex.replace(" ", "\\s+(?:[*/>#|]+\\s+)?"));
        return FILES.entrySet().stream()
                .flatMap(file -> places(file.getKey(), file.getValue(), pattern))
                .collect(Collectors.joining("\n"));
    }

    private static Stream<String> places(Path file, String content, Pattern pattern) {
        return pattern.matcher(content)
                .results()
                .map(match ->
                        file + ":" + content.substring(0, match.start()).lines().count() + ": " + match.group());
    }
}
