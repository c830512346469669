package dev.heapwright.linker.report;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonWriter;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** A tab of a browser, to which commands of the DevTools protocol are sent one after the other. */
final class BrowserTab implements WebSocket.Listener {
    private final CompletableFuture<WebSocket> socket = new CompletableFuture<>();
    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private final StringBuilder message = new StringBuilder();
    private int last;

    /** Shows a page as it is on a screen of that size. */
    void show(Path page, Screen screen) throws Exception {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of(
                        "width",
                        screen.width(),
                        "height",
                        screen.height(),
                        "deviceScaleFactor",
                        1,
                        "mobile",
                        screen.isPhone()));
        call(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", screen.colors()))));
        call("Page.navigate", Map.of("url", page.toUri().toString()));
        evaluate(
                "new Promise(done => document.readyState === 'complete' ? done('') : addEventListener('load', () => done('')))");
    }

    /** {@return what an expression in JavaScript evaluates to, as text; promises are waited for} */
    String evaluate(String expression) throws Exception {
        JsonObject answer =
                call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
        if (answer.has("exceptionDetails")) {
            throw new AssertionError(JsonWriter.string(answer));
        }
        return String.valueOf(answer.getObject("result").get("value"));
    }

    /** Writes what is on the screen to a file, as PNG. */
    void screenshot(Path file) throws Exception {
        String data = call("Page.captureScreenshot", Map.of()).getString("data");
        Files.write(file, Base64.getDecoder().decode(data));
    }

    private JsonObject call(String method, Map<String, Object> parameters) throws Exception {
        last++;
        socket.join()
                .sendText(JsonWriter.string(Map.of("id", last, "method", method, "params", parameters)), true)
                .join();
        while (true) {
            JsonObject answer = JsonParser.object().from(messages.take());
            if (answer.getInt("id") == last) {
                if (answer.has("error")) throw new AssertionError(JsonWriter.string(answer));
                return answer.getObject("result");
            }
        }
    }

    @Override
    public void onOpen(WebSocket webSocket) {
        socket.complete(webSocket);
        webSocket.request(1);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        message.append(data);
        if (last) {
            messages.add(message.toString());
            message.setLength(0);
        }
        webSocket.request(1);
        return null;
    }
}
