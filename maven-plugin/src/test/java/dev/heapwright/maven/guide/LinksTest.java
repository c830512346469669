package dev.heapwright.maven.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every link leads to something that exists. */
class LinksTest {

    @ParameterizedTest
    @MethodSource("pages")
    void eachLinkWithinTheRepositoryLeadsToAFileAndAHeading(Page page) throws Exception {
        List<String> broken = new ArrayList<>();
        for (String link : page.links()) {
            if (!link.matches("[a-z]+:.*") && !leadsSomewhere(page, link)) {
                broken.add(link);
            }
        }
        assertEquals(List.of(), broken);
    }

    @Test
    void eachPageOfTheGuideIsInItsIndex() {
        Path docs = Page.ROOT.resolve("docs");
        List<Page> pages = Page.all().stream()
                .filter(page -> page.name().matches("docs/(?!diagnostics/).*"))
                .toList();
        List<String> listed = pages.stream()
                .filter(page -> page.name().equals("docs/README.md"))
                .flatMap(page -> page.links().stream())
                .toList();
        assertEquals(
                List.of(),
                pages.stream()
                        .map(page -> docs.relativize(page.file()).toString())
                        .filter(name -> !name.equals("README.md") && !listed.contains(name))
                        .toList());
    }

    @Test
    void headingsHaveTheAnchorsOfGitHub() {
        Page page = Page.of(Page.ROOT.resolve("x.md"), """
                # `Heap`, and what it is not
                ```
                # not a heading
                ```
                ## Java 17 to 21
                ## Java 17 to 21
                """);
        assertEquals(
                List.of("heap-and-what-it-is-not", "java-17-to-21", "java-17-to-21-1"),
                page.anchors().stream().sorted().toList());
    }

    static List<Page> pages() {
        return Page.all();
    }

    private static boolean leadsSomewhere(Page page, String link) throws Exception {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty() ? page.file() : page.file().resolveSibling(parts[0]);
        return Files.exists(target)
                && (parts.length == 1
                        || Page.of(target, Files.readString(target)).anchors().contains(parts[1]));
    }
}
