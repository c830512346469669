package dev.heapwright.linker.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** A page about all modules of a build: it needs no other file, loads nothing, and runs no script. */
public final class ReportPage {
    private ReportPage() {}

    /**
     * {@return the page}
     *
     * @param title what was built
     * @param sections one for each module, as {@link ModuleSection} makes them
     */
    public static String of(String title, List<String> sections) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Allocators of %1$s</title>
                <style>
                %2$s</style>
                </head>
                <body>
                <h1>Allocators of %1$s</h1>
                <p class="legend"><span class="consumer">needs an allocator</span> <span class="allocator">allocator</span>
                <span class="bound">bound to one</span></p>
                %3$s</body>
                </html>
                """.formatted(Html.text(title), style(), String.join("", sections));
    }

    private static String style() {
        try (InputStream style = Objects.requireNonNull(ReportPage.class.getResourceAsStream("report.css"))) {
            return new String(style.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
