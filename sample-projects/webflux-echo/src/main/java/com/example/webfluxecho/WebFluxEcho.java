package com.example.webfluxecho;

import dev.heapwright.heap.Heap;
import java.util.Locale;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** An ordinary application on WebFlux, which sends back what it is sent; and clients that try it once. */
@SpringBootApplication
public class WebFluxEcho {
    @Bean
    DirectBuffers directBuffers() {
        return new DirectBuffers();
    }

    @Bean
    RouterFunction<ServerResponse> echo(DirectBuffers buffers) {
        return RouterFunctions.route()
                .POST(
                        "/echo",
                        request -> ServerResponse.ok()
                                .body(
                                        request.bodyToFlux(DataBuffer.class).doOnNext(buffers::received),
                                        DataBuffer.class))
                .build();
    }

    public static void main(String[] arguments) throws Exception {
        boolean isRight;
        try (ConfigurableApplicationContext application =
                SpringApplication.run(WebFluxEcho.class, "--server.port=0", "--logging.level.root=warn")) {
            DirectBuffers buffers = application.getBean(DirectBuffers.class);
            // Spring reads files before, by direct buffers of Java's.
            long before = DirectBuffers.bytesOfJava();
            long bytes = Clients.echoed(
                    Integer.parseInt(application.getEnvironment().getProperty("local.server.port", "")));
            long ofJava = DirectBuffers.bytesOfJava() - before;
            System.out.printf(
                    Locale.ROOT,
                    """
                    webflux-echo: %d clients got back %,d bytes
                      all buffers are of %s
                      %,d bytes of direct memory at once, from the heap
                      %,d bytes of direct memory from Java's own allocator
                      bound to %s
                    """,
                    Clients.COUNT,
                    bytes,
                    buffers.classes(),
                    buffers.mostBytes(),
                    ofJava,
                    Heap.binding());
            isRight = bytes == Clients.BYTES && buffers.mostBytes() > 0 && ofJava < Clients.BODY / 16;
        }
        System.exit(isRight ? 0 : 1);
    }
}
