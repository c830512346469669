package dev.heapwright.nettydefault;

import dev.heapwright.netty.HeapByteBufAllocator;
import io.netty.buffer.ByteBuf;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
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
    private static final int PIECE = 1 << 12;
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
            // Spring reads files before.
            long before = ofJava();
            int port = Integer.parseInt(application.getEnvironment().getProperty("local.server.port", ""));
            System.out.println("echoed: " + (echoed(port) == BODY));
            System.out.println("buffers: " + new TreeSet<>(KINDS));
            System.out.println("counted: " + (MOST.get() > 0));
            System.out.println("of Java's own: " + (ofJava() - before > BODY / 16));
        }
    }

    /**
     * {@return how many bytes come back} Java's own client has direct buffers of its own, on Java 17 more of them; for a socket, the
     * JDK has one for each thread, as large as what is read or written at once.
     */
    private static long echoed(int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            Thread writer = new Thread(() -> send(socket));
            writer.start();
            ByteArrayOutputStream received = new ByteArrayOutputStream();
            byte[] piece = new byte[PIECE];
            for (int read = socket.getInputStream().read(piece);
                    read > 0;
                    read = socket.getInputStream().read(piece)) {
                received.write(piece, 0, read);
            }
            String response = received.toString(StandardCharsets.US_ASCII);
            return response.substring(response.indexOf("\r\n\r\n"))
                    .chars()
                    .filter(each -> each == 'x')
                    .count();
        }
    }

    private static void send(Socket socket) {
        try {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /echo HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: " + BODY
                            + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            byte[] piece = "x".repeat(PIECE).getBytes(StandardCharsets.US_ASCII);
            for (int sent = 0; sent < BODY; sent += PIECE) {
                out.write(piece);
            }
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long ofJava() {
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct"))
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
    }
}
