package dev.heapwright.nettydefault;

import dev.heapwright.netty.HeapByteBufAllocator;
import io.netty.buffer.ByteBuf;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.NettyDataBuffer;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** An ordinary application on WebFlux, which does not name the heap; then it prints what was counted meanwhile. */
@Configuration
@EnableAutoConfiguration
public class WebFluxProgram {
    private static final int BODY = 1 << 20;
    private static final Set<String> KINDS = ConcurrentHashMap.newKeySet();
    private static final AtomicLong MOST = new AtomicLong();

    /** Echoes what it gets. */
    @Bean
    public RouterFunction<ServerResponse> echo() {
        return RouterFunctions.route()
                .POST(
                        "/echo",
                        request -> ServerResponse.ok()
                                .body(
                                        request.bodyToFlux(DataBuffer.class).doOnNext(WebFluxProgram::inspect),
                                        DataBuffer.class))
                .build();
    }

    private static void inspect(DataBuffer received) {
        ByteBuf buffer = ((NettyDataBuffer) received).getNativeBuffer();
        while (buffer.unwrap() != null) {
            buffer = buffer.unwrap();
        }
        KINDS.add(buffer.getClass().getSimpleName());
        MOST.accumulateAndGet(HeapByteBufAllocator.DEFAULT.metric().usedDirectMemory(), Math::max);
    }

    public static void main(String[] arguments) throws Exception {
        try (ConfigurableApplicationContext application =
                SpringApplication.run(WebFluxProgram.class, "--server.port=0", "--logging.level.root=error")) {
            String body = "x".repeat(BODY);
            HttpResponse<String> response = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://localhost:"
                                            + application.getEnvironment().getProperty("local.server.port") + "/echo"))
                                    .POST(HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            System.out.println("echoed: " + response.body().equals(body));
            System.out.println("buffers: " + new TreeSet<>(KINDS));
            System.out.println("counted: " + (MOST.get() > 0));
            System.out.println("of Java's own: " + (ofJava() > BODY / 16));
        }
        // The client's threads are still there.
        System.exit(0);
    }

    private static long ofJava() {
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct"))
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
    }
}
