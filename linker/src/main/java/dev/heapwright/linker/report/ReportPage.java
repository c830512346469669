package dev.heapwright.linker.report;

import dev.heapwright.linker.build.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A page about all modules of a build, in one file that loads nothing. By its policy, a browser applies the one style and
 * runs the one script that are part of Heapwright, and nothing that could come from a jar. Without the script, what is
 * missing is the search.
 */
public final class ReportPage {
    private ReportPage() {}

    /**
     * {@return the page}
     *
     * @param title what was built
     * @param sections one for each module; those that were refused are shown first, the others in this order
     */
    public static String of(String title, List<ModuleSection> sections) {
        String style = resource("report.css");
        String script = resource("report.js");
        List<ModuleSection> inOrder = sections.stream()
                .sorted(Comparator.comparing(section -> section.outcome() != Outcome.REFUSED))
                .toList();
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '%2$s'; script-src '%4$s'; \
                base-uri 'none'; form-action 'none'">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>Allocators of %1$s</title>
                <style>%3$s</style>
                </head>
                <body>
                <header>
                <h1>Allocators of %1$s</h1>
                <p>%6$s</p>
                <div id="search" role="search" hidden>
                <label for="words">Search artifacts</label>
                <input id="words" type="search" autocomplete="off" spellcheck="false">
                <output for="words"></output>
                </div>
                </header>
                <main>
                %7$s</main>
                <script>%5$s</script>
                </body>
                </html>
                """.formatted(
                        Html.text(title),
                        hash(style),
                        style,
                        hash(script),
                        script,
                        counts(sections),
                        inOrder.stream().map(ModuleSection::html).collect(Collectors.joining()));
    }

    private static String counts(List<ModuleSection> sections) {
        Map<Outcome, Long> counts = sections.stream()
                .collect(Collectors.groupingBy(ModuleSection::outcome, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey())
                .collect(Collectors.joining(", ", "Modules: ", ""));
    }

    private static String resource(String name) {
        try (InputStream resource = Objects.requireNonNull(ReportPage.class.getResourceAsStream(name), name)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(String text) {
        return "sha256-" + Base64.getEncoder().encodeToString(Sha256.of(text.getBytes(StandardCharsets.UTF_8)));
    }
}
