package dev.heapwright.netty;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A server on the loopback interface whose buffers come from the heap. Closed, all that it had is released. */
final class LoopbackServer implements AutoCloseable {
    private final EventLoopGroup group = new MultiThreadIoEventLoopGroup(2, NioIoHandler.newFactory());
    private final AtomicInteger connections = new AtomicInteger();
    private final InetSocketAddress address;

    /** Starts the server; {@code handlers} makes those of a connection. */
    LoopbackServer(HeapByteBufAllocator allocator, Supplier<List<ChannelHandler>> handlers) {
        Channel listening = new ServerBootstrap()
                .group(group)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.ALLOCATOR, allocator)
                .childOption(ChannelOption.ALLOCATOR, allocator)
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        connections.incrementAndGet();
                        channel.pipeline().addLast(handlers.get().toArray(new ChannelHandler[0]));
                    }
                })
                .bind(InetAddress.getLoopbackAddress(), 0)
                .syncUninterruptibly()
                .channel();
        address = (InetSocketAddress) listening.localAddress();
    }

    InetSocketAddress address() {
        return address;
    }

    /** {@return how many connections there were} */
    int connections() {
        return connections.get();
    }

    /** {@return the event loops, for a client} */
    EventLoopGroup group() {
        return group;
    }

    @Override
    public void close() {
        group.shutdownGracefully(0, 30, TimeUnit.SECONDS).syncUninterruptibly();
    }
}
