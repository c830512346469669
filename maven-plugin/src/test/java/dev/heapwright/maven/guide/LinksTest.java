package dev.heapwright.maven.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
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
    void eachPageOfTheGuideIsInItsIndexOnce() {
        List<Page> pages = Page.all().stream()
                .filter(page -> page.name().matches("docs/(?!diagnostics/).*"))
                .toList();
        assertEquals(
                pages.stream()
                        .map(page -> page.name().substring("docs/".length()))
                        .filter(name -> !name.equals("README.md"))
                        .toList(),
                linked("docs/README.md", "[^/]+\\.md"));
    }

    @Test
    void theReadmeListsNoPageOfTheGuideTwice() {
        List<String> lines = page("README.md").lines();
        Page list = new Page(
                page("README.md").file(),
                "README.md",
                lines.subList(lines.indexOf("## Where to go next"), lines.size()));
        assertEquals(
                List.of(),
                list.links().stream()
                        .filter(link -> Collections.frequency(list.links(), link) > 1)
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

    private static Page page(String name) {
        return Page.all().stream()
                .filter(page -> page.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** {@return the targets of a page's links that match, sorted} */
    private static List<String> linked(String page, String target) {
        return page(page).links().stream()
                .filter(link -> link.matches(target))
                .sorted()
                .toList();
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
