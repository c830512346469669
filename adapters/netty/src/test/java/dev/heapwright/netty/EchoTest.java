package dev.heapwright.netty;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.adapters.testing.BlockLedger;
import dev.heapwright.heap.HeapExhaustedError;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NothingLeaks.class)
@SuppressWarnings("FutureReturnValueIgnored") // What is not written does not come back.
class EchoTest {
    private static final int LENGTH = 3_000_000;

    private final HeapByteBufAllocator allocator = new HeapByteBufAllocator();

    /** Sends back what comes. */
    private static final class Echo extends ChannelInboundHandlerAdapter {
        private final AtomicBoolean direct;
        private final ConcurrentLinkedQueue<Throwable> failures;

        Echo(AtomicBoolean direct, ConcurrentLinkedQueue<Throwable> failures) {
            this.direct = direct;
            this.failures = failures;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            ByteBuf buffer = (ByteBuf) message;
            direct.set(buffer.isDirect() && buffer.alloc().equals(context.alloc()));
            context.writeAndFlush(buffer);
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
            failures.add(failure);
        }
    }

    /** Keeps what comes back, until it is all. */
    private static final class Collector extends SimpleChannelInboundHandler<ByteBuf> {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final CompletableFuture<byte[]> all = new CompletableFuture<>();

        @Override
        protected void channelRead0(ChannelHandlerContext context, ByteBuf message) throws IOException {
            message.readBytes(bytes, message.readableBytes());
            if (bytes.size() == LENGTH) {
                all.complete(bytes.toByteArray());
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
            all.completeExceptionally(failure);
        }
    }

    @Test
    void whatIsSentInPiecesOfAnySizeComesBack() {
        byte[] content = new byte[LENGTH];
        Random random = new Random(9);
        random.nextBytes(content);
        AtomicBoolean direct = new AtomicBoolean();
        ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
        Collector collector = new Collector();
        try (LoopbackServer server =
                new LoopbackServer(allocator, () -> List.<ChannelHandler>of(new Echo(direct, failures)))) {
            Channel client = new Bootstrap()
                    .group(server.group())
                    .channel(NioSocketChannel.class)
                    .option(ChannelOption.ALLOCATOR, allocator)
                    .handler(collector)
                    .connect(server.address())
                    .syncUninterruptibly()
                    .channel();
            assertSame(allocator, client.alloc());
            for (int sent = 0; sent < LENGTH; ) {
                int length = Math.min(LENGTH - sent, 1 + random.nextInt(60_000));
                // Some from the Java heap, which Netty copies to direct memory of this allocator.
                ByteBuf piece = random.nextBoolean()
                        ? client.alloc().buffer(1)
                        : client.alloc().heapBuffer(length);
                client.writeAndFlush(piece.writeBytes(content, sent, length));
                sent += length;
            }
            assertArrayEquals(content, collector.all.join());
            client.close().syncUninterruptibly();
        }
        assertTrue(direct.get());
        assertEquals(List.of(), List.copyOf(failures));
        assertEquals(0, allocator.metric().usedDirectMemory());
        assertEquals(0, allocator.metric().usedHeapMemory());
    }

    @Test
    void aConnectionForWhichThereIsNoMemoryFailsAndOthersWorkAfterIt() throws IOException {
        ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
        try (LoopbackServer server =
                new LoopbackServer(allocator, () -> List.<ChannelHandler>of(new Echo(new AtomicBoolean(), failures)))) {
            BlockLedger.OF_HEAP.limitedTo(0, () -> assertEquals(-1, firstByteBack(server)));
            assertEquals(1, failures.size());
            assertInstanceOf(HeapExhaustedError.class, failures.peek());
            assertEquals(7, firstByteBack(server));
        }
        assertEquals(1, failures.size());
    }

    /** Of a connection of its own; -1 where the server closes it. */
    private static int firstByteBack(LoopbackServer server) {
        try (Socket socket =
                new Socket(server.address().getAddress(), server.address().getPort())) {
            socket.getOutputStream().write(7);
            return socket.getInputStream().read();
        } catch (SocketException e) {
            // Closed with a byte unread: reset.
            return -1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
