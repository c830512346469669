package com.example.httpcache;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.netty.HeapByteBufAllocator;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CacheServerTest {
    private static final BodyPublisher NOTHING = BodyPublishers.noBody();

    private final HeapByteBufAllocator allocator = new HeapByteBufAllocator();
    private final LruCache cache = new LruCache(allocator, 100_000);
    private final CacheServer server = new CacheServer(allocator, cache);
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        client.close();
        server.close();
        cache.close();
        assertEquals(0, allocator.metric().usedDirectMemory());
    }

    private HttpResponse<byte[]> send(String method, String key, BodyPublisher body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.uri().resolve(key))
                .method(method, body)
                .build();
        return client.send(request, BodyHandlers.ofByteArray());
    }

    @Test
    void aValueIsPutReadAndDeleted() throws IOException, InterruptedException {
        assertEquals(404, send("GET", "a", NOTHING).statusCode());
        byte[] value = {1, 2, 3};
        assertEquals(204, send("PUT", "a", BodyPublishers.ofByteArray(value)).statusCode());
        HttpResponse<byte[]> response = send("GET", "a", NOTHING);
        assertEquals(200, response.statusCode());
        assertArrayEquals(value, response.body());
        assertEquals(204, send("DELETE", "a", NOTHING).statusCode());
        assertEquals(404, send("DELETE", "a", NOTHING).statusCode());
        assertEquals(404, send("GET", "a", NOTHING).statusCode());
    }

    @Test
    void unsupportedRequestsAreRefused() throws IOException, InterruptedException {
        byte[] value = new byte[100_001];
        assertEquals(413, send("PUT", "a", BodyPublishers.ofByteArray(value)).statusCode());
        assertEquals(405, send("POST", "a", NOTHING).statusCode());
    }

    @Test
    void theLoadFindsNoWrongAnswers() throws IOException, InterruptedException {
        Load.Count count = new Load(server.uri(), 200, 1).call();
        assertEquals(200, count.gets() + count.puts() + count.deletes());
        LruCache.Statistics statistics = cache.statistics();
        assertEquals(count.gets(), statistics.hits() + statistics.misses());
    }
}
