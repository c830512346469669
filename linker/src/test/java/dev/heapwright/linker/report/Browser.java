package dev.heapwright.linker.report;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Chromium, as distributions package it.
 *
 * @param executable on the {@code PATH}
 */
record Browser(Path executable) {
    /** {@return the browser of this machine, if it has one} */
    static Optional<Browser> find() {
        List<String> folders =
                Arrays.asList(String.valueOf(System.getenv("PATH")).split(File.pathSeparator, -1));
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Browser::new);
    }

    /**
     * {@return whether it shows a page at all: in some containers it is there and does not run}
     *
     * @param temporary a folder for the page and for what the browser keeps
     */
    boolean runs(Path temporary) throws IOException, InterruptedException {
        Path page = Files.writeString(temporary.resolve("trial.html"), "<!DOCTYPE html><p>shown</p>");
        return load(page, temporary).contains("<p>shown</p>");
    }

    /**
     * {@return the page as it is after its scripts have run; nothing if the browser fails}
     *
     * @param page a file
     * @param temporary a folder for what the browser keeps
     */
    String load(Path page, Path temporary) throws IOException, InterruptedException {
        Path output = temporary.resolve("dom.html");
        Process process = new ProcessBuilder(
                        executable.toString(),
                        "--headless",
                        // It loads nothing but that page, and root has no sandbox.
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--user-data-dir=" + temporary.resolve("profile"),
                        "--window-size=1200,2000",
                        "--dump-dom",
                        page.toUri().toString())
                .redirectOutput(output.toFile())
                .redirectError(temporary.resolve("stderr.txt").toFile())
                .start();
        try {
            if (!process.waitFor(3, TimeUnit.MINUTES)) {
                return "";
            }
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(output, StandardCharsets.UTF_8);
    }
}
