package dev.heapwright.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each mistake in Eclipse's compiler as well: the same is told, but for differences that the documentation lists. */
class EclipseDifferencesTest {
    private static final Path LIST = Path.of("../docs/mistakes.md");

    /** The messages of javac and of Eclipse's compiler, by the files of the mistakes. */
    private static final Map<String, Told> TOLD = new TreeMap<>();

    private record Told(String javac, String eclipse) {
        boolean isSameWithout(EnumSet<EclipseDifference> differences) {
            return EclipseDifference.without(differences, javac)
                    .equals(EclipseDifference.without(differences, eclipse));
        }
    }

    @BeforeAll
    static void compileAll(@TempDir Path folder) throws IOException {
        for (String file : MistakesTest.files()) {
            List<String> sources =
                    ExamplePage.read(MistakesTest.FOLDER.resolve(file)).sources("Example");
            Compilation eclipse =
                    EclipseCompilation.of(Files.createDirectory(folder.resolve(file)), sources.toArray(String[]::new));
            TOLD.put(file, new Told(ExamplePage.compile(sources).ownMessages(), eclipse.ownMessages()));
        }
    }

    @Test
    void allElseIsTheSame() {
        TOLD.forEach((file, told) -> assertEquals(
                EclipseDifference.withoutAll(told.javac()), EclipseDifference.withoutAll(told.eclipse()), file));
    }

    @Test
    void eachIsOne() {
        for (EclipseDifference each : EclipseDifference.values()) {
            EnumSet<EclipseDifference> others = EnumSet.complementOf(EnumSet.of(each));
            assertTrue(
                    TOLD.values().stream().anyMatch(told -> !told.isSameWithout(others)),
                    each + " makes no difference");
        }
    }

    @Test
    void theDocumentationListsThem() throws IOException {
        assertEquals(
                Arrays.stream(EclipseDifference.values())
                        .map(EclipseDifference::text)
                        .toList(),
                Pattern.compile("(?ms)^## Eclipse's compiler$.*?^\\|---.*?\n(.*?)(?=^$|\\z)")
                        .matcher(Files.readString(LIST))
                        .results()
                        .flatMap(table -> table.group(1).lines())
                        .map(row -> row.replaceFirst("^\\| (.*) \\|$", "$1"))
                        .toList());
    }
}
