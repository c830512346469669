package dev.heapwright.linker.report;

import com.grack.nanojson.JsonParser;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Chromium, as distributions package it, without a window. Its DevTools protocol shows a page in any width, also in one
 * that only phones have.
 *
 * @param process the running browser
 * @param address host and port of the protocol
 */
record Browser(Process process, String address) implements AutoCloseable {
    private static final Pattern LISTENING = Pattern.compile("DevTools listening on ws://([^/]+)/.*");

    /**
     * {@return a new browser; nothing if this machine has none, or one that does not run, as in some containers}
     *
     * @param temporary a folder for what it keeps
     */
    static Optional<Browser> start(Path temporary) throws IOException {
        List<String> folders =
                Arrays.asList(String.valueOf(System.getenv("PATH")).split(File.pathSeparator, -1));
        Optional<Path> executable = Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
        if (executable.isEmpty()) {
            return Optional.empty();
        }
        Process process = new ProcessBuilder(
                        executable.get().toString(),
                        "--headless",
                        // It loads nothing but pages of the tests, and root has no sandbox.
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--hide-scrollbars",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + temporary.resolve("profile"))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader errors = process.errorReader();
        for (String line = errors.readLine(); line != null; line = errors.readLine()) {
            Matcher listening = LISTENING.matcher(line);
            if (listening.matches()) {
                Thread reader = new Thread(() -> readToEnd(errors), "browser's errors");
                reader.setDaemon(true);
                reader.start();
                return Optional.of(new Browser(process, listening.group(1)));
            }
        }
        return Optional.empty();
    }

    /** A browser that nobody listens to would wait for the next line to be read. */
    private static void readToEnd(BufferedReader errors) {
        try {
            errors.transferTo(Writer.nullWriter());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return a new empty tab} */
    BrowserTab open() throws Exception {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest tab = HttpRequest.newBuilder(URI.create("http://" + address + "/json/new"))
                .PUT(HttpRequest.BodyPublishers.noBody())
                .build();
        String answer = http.send(tab, HttpResponse.BodyHandlers.ofString()).body();
        String socket = JsonParser.object().from(answer).getString("webSocketDebuggerUrl");
        BrowserTab opened = new BrowserTab();
        http.newWebSocketBuilder().buildAsync(URI.create(socket), opened).join();
        return opened;
    }

    @Override
    public void close() {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        // Until then it writes to its folder.
        all.forEach(each -> each.onExit().join());
    }
}
