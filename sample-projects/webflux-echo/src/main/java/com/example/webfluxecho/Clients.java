package com.example.webfluxecho;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Clients that take no direct memory themselves: Java's own HTTP client has direct buffers, and for a socket the JDK has
 * one for each thread, as large as what is read or written at once.
 */
final class Clients {
    static final int COUNT = 4;
    static final int BODY = 1 << 20;
    static final long BYTES = (long) COUNT * BODY;

    private static final int PIECE = 1 << 12;

    private Clients() {}

    /** {@return how many bytes all of them get back} */
    static long echoed(int port) throws Exception {
        try (ExecutorService clients = Executors.newFixedThreadPool(COUNT)) {
            List<Future<Long>> each = new ArrayList<>();
            for (int i = 0; i < COUNT; i++) {
                each.add(clients.submit(() -> request(port)));
            }
            long bytes = 0;
            for (Future<Long> client : each) {
                bytes += client.get();
            }
            return bytes;
        }
    }

    private static long request(int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            // Who only sends first is stopped as soon as nobody reads the answer.
            Thread sender = Thread.ofPlatform().start(() -> send(socket));
            long bytes = received(socket.getInputStream());
            sender.join();
            return bytes;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static void send(Socket socket) {
        try {
            OutputStream out = socket.getOutputStream();
            String head = "POST /echo HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: %d\r\n\r\n";
            out.write(head.formatted(BODY).getBytes(StandardCharsets.US_ASCII));
            byte[] piece = "x".repeat(PIECE).getBytes(StandardCharsets.US_ASCII);
            for (int sent = 0; sent < BODY; sent += PIECE) {
                out.write(piece);
            }
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Counts what was sent: no header has that letter, and the lengths of chunks are hexadecimal. */
    private static long received(InputStream in) throws IOException {
        long count = 0;
        byte[] piece = new byte[PIECE];
        for (int read = in.read(piece); read > 0; read = in.read(piece)) {
            for (int i = 0; i < read; i++) {
                count += piece[i] == 'x' ? 1 : 0;
            }
        }
        return count;
    }
}
