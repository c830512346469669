package dev.heapwright.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.heapwright.diagnostic.DiagnosticId;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExplainMojoTest {
    private static final Path PAGES = DiagnosticPagesTest.ROOT.resolve("docs/diagnostics");

    @ParameterizedTest
    @EnumSource
    void thePageOfEachDiagnosticIsPrinted(DiagnosticId id) throws Exception {
        String page = Files.readString(PAGES.resolve(id + ".md"));
        assertEquals(List.of(page), explain(id.toString()));
    }

    @Test
    void theCaseOfLettersDoesNotMatter() throws Exception {
        assertEquals(explain("TwoAllocators"), explain("TwoAllocators".toLowerCase(Locale.ROOT)));
    }

    @Test
    void withoutAnIdAllAreListedWithTheirMeanings() throws Exception {
        List<String> lines = explain(null).get(0).lines().toList();
        assertEquals("Heapwright's diagnostics:", lines.get(0));
        assertEquals("MissingFunction           an allocator is missing functions of the contract", lines.get(1));
        assertEquals(
                all(),
                lines.stream()
                        .skip(1)
                        .map(line -> line.replaceFirst(" .*", ""))
                        .sorted()
                        .collect(Collectors.joining(", ")));
    }

    @Test
    void forAMistypedIdTheNearestIsSuggested() {
        assertEquals(
                "unknown diagnostic 'twoAlocator'; did you mean TwoAllocators?"
                        + " mvn dev.heapwright:heapwright-maven-plugin:explain -Did=TwoAllocators",
                refusal("twoAlocator"));
        assertEquals(
                "unknown diagnostic 'Leaks'; did you mean Leak? mvn dev.heapwright:heapwright-maven-plugin:explain -Did=Leak",
                refusal("Leaks"));
    }

    @Test
    void forAnIdThatIsNearNoneAllAreListed() throws IOException {
        assertEquals("unknown diagnostic 'Lisp'; known: " + all(), refusal("Lisp"));
    }

    private static String refusal(String id) {
        return String.valueOf(
                assertThrows(MojoFailureException.class, () -> explain(id)).getMessage());
    }

    /** {@return the names of the pages, sorted} */
    private static String all() throws IOException {
        try (Stream<Path> pages = Files.list(PAGES)) {
            return pages.map(page -> page.getFileName().toString().replace(".md", ""))
                    .filter(name -> !name.equals("README"))
                    .sorted()
                    .collect(Collectors.joining(", "));
        }
    }

    /** {@return the logged text} */
    private static List<String> explain(@Nullable String id) throws Exception {
        List<String> logged = new ArrayList<>();
        ExplainMojo mojo = new ExplainMojo();
        mojo.setLog(new SystemStreamLog() {
            @Override
            public void info(CharSequence content) {
                logged.add(content.toString());
            }
        });
        // As Maven sets it.
        Field parameter = ExplainMojo.class.getDeclaredField("id");
        parameter.setAccessible(true);
        parameter.set(mojo, id);
        mojo.execute();
        return logged;
    }
}
