package dev.heapwright.netty;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NothingLeaks.class)
@SuppressWarnings("FutureReturnValueIgnored") // A response that is not written does not arrive.
class HttpServerTest {
    private static final int CLIENTS = 4;
    private static final int REQUESTS = 500;
    private static final int LARGEST_BODY = 60_000;

    private final HeapByteBufAllocator allocator = new HeapByteBufAllocator();

    /** Answers with the body, each byte one greater. */
    private static final class Answer extends SimpleChannelInboundHandler<FullHttpRequest> {
        @Override
        protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
            byte[] bytes = new byte[request.content().readableBytes()];
            request.content().readBytes(bytes);
            increment(bytes);
            ByteBuf body = context.alloc().buffer().writeBytes(bytes);
            FullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK, body);
            response.headers().setInt(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes());
            context.writeAndFlush(response);
        }
    }

    @Test
    void thousandsOfRequestsOnConnectionsThatAreKeptLeaveNothingBehind()
            throws InterruptedException, ExecutionException {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try (LoopbackServer server = new LoopbackServer(
                allocator,
                () -> List.<ChannelHandler>of(
                        new HttpServerCodec(), new HttpObjectAggregator(LARGEST_BODY), new Answer()))) {
            URI uri = URI.create("http:/" + server.address() + "/");
            List<Future<?>> all = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                int seed = client;
                all.add(clients.submit(() -> {
                    requests(uri, new Random(seed));
                    return null;
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
            assertEquals(CLIENTS, server.connections());
        } finally {
            clients.shutdown();
        }
        assertEquals(0, allocator.metric().usedDirectMemory());
        assertEquals(0, allocator.metric().usedHeapMemory());
        Leaks.collect(3, Leaks::any);
    }

    private static void requests(URI uri, Random random) throws IOException, InterruptedException {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        for (int i = 0; i < REQUESTS; i++) {
            // Most are small, some are of many reads.
            byte[] body = new byte[random.nextInt(random.nextInt(10) == 0 ? LARGEST_BODY : 1_000)];
            random.nextBytes(body);
            HttpResponse<byte[]> response = client.send(
                    HttpRequest.newBuilder(uri)
                            .POST(BodyPublishers.ofByteArray(body))
                            .build(),
                    BodyHandlers.ofByteArray());
            assertEquals(200, response.statusCode());
            increment(body);
            assertArrayEquals(body, response.body());
        }
    }

    private static void increment(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            bytes[i]++;
        }
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedAndNothingOfItKept() throws IOException, InterruptedException {
        try (LoopbackServer server = new LoopbackServer(
                allocator,
                () -> List.<ChannelHandler>of(new HttpServerCodec(), new HttpObjectAggregator(100), new Answer()))) {
            HttpResponse<Void> response = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http:/" + server.address() + "/"))
                                    .POST(BodyPublishers.ofByteArray(new byte[101]))
                                    .build(),
                            BodyHandlers.discarding());
            assertEquals(413, response.statusCode());
        }
        assertEquals(0, allocator.metric().usedDirectMemory());
        assertTrue(Leaks.reported().isEmpty());
    }
}
