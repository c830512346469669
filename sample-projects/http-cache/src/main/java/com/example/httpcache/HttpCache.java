package com.example.httpcache;

import dev.heapwright.heap.Heap;
import dev.heapwright.netty.HeapByteBufAllocator;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Serves a cache of 32 MiB to four clients at once, and prints the results and which allocator the memory came from:
 * that of the values, and that of all requests and responses.
 */
public final class HttpCache {
    private static final long CAPACITY = 32L << 20;
    private static final int CLIENTS = 4;
    private static final int REQUESTS = 3_500;
    private static final double NANOS_PER_SECOND = 1e9;

    private HttpCache() {}

    /**
     * Runs the program. It exits with 1 if an answer was wrong.
     *
     * @param args none
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        HeapByteBufAllocator allocator = HeapByteBufAllocator.DEFAULT;
        try (LruCache cache = new LruCache(allocator, CAPACITY)) {
            try (CacheServer server = new CacheServer(allocator, cache)) {
                long start = System.nanoTime();
                List<Load.Count> counts = run(server.uri());
                double seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
                System.out.printf(
                        Locale.ROOT,
                        """
                        http-cache: %,d GET, %,d PUT and %,d DELETE by %d clients
                          answered in %.2f s
                        """,
                        counts.stream().mapToInt(Load.Count::gets).sum(),
                        counts.stream().mapToInt(Load.Count::puts).sum(),
                        counts.stream().mapToInt(Load.Count::deletes).sum(),
                        CLIENTS,
                        seconds);
            }
            LruCache.Statistics statistics = cache.statistics();
            System.out.printf(
                    Locale.ROOT,
                    """
                      %,d hits, %,d misses, %,d evictions
                      %,d values of %,d bytes, %,d allowed
                      %,d bytes of direct memory
                      bound to %s
                      resident set: %s
                    """,
                    statistics.hits(),
                    statistics.misses(),
                    statistics.evictions(),
                    statistics.values(),
                    statistics.bytes(),
                    CAPACITY,
                    allocator.metric().usedDirectMemory(),
                    Heap.binding(),
                    ResidentSet.description());
        } catch (ExecutionException e) {
            System.err.println("http-cache: " + e.getCause());
            System.exit(1);
        }
    }

    private static List<Load.Count> run(URI uri) throws InterruptedException, ExecutionException {
        List<Load.Count> counts = new ArrayList<>();
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<Load.Count>> loads = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                loads.add(clients.submit(new Load(uri, REQUESTS, client)));
            }
            for (Future<Load.Count> load : loads) {
                counts.add(load.get());
            }
        }
        return counts;
    }
}
