package com.example.httpcache;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.TimeUnit;

/** Serves a cache over HTTP, on the loopback interface. */
final class CacheServer implements AutoCloseable {
    private static final int LARGEST_VALUE = 1 << 20;

    private final EventLoopGroup group = new MultiThreadIoEventLoopGroup(NioIoHandler.newFactory());
    private final URI uri;

    /**
     * Starts the server on a free port.
     *
     * @param allocator of all buffers that requests and responses take
     * @param cache to serve
     */
    CacheServer(ByteBufAllocator allocator, LruCache cache) {
        Channel channel = new ServerBootstrap()
                .group(group)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.ALLOCATOR, allocator)
                .childOption(ChannelOption.ALLOCATOR, allocator)
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel connection) {
                        connection
                                .pipeline()
                                .addLast(
                                        new HttpServerCodec(),
                                        new HttpObjectAggregator(LARGEST_VALUE),
                                        new CacheHandler(cache));
                    }
                })
                .bind(InetAddress.getLoopbackAddress(), 0)
                .syncUninterruptibly()
                .channel();
        InetSocketAddress address = (InetSocketAddress) channel.localAddress();
        uri = URI.create("http://" + address.getHostString() + ":" + address.getPort() + "/");
    }

    /** {@return the URL of the keys} */
    URI uri() {
        return uri;
    }

    /** Stops the server, and waits until all connections have released their buffers. */
    @Override
    public void close() {
        group.shutdownGracefully(0, 10, TimeUnit.SECONDS).syncUninterruptibly();
    }
}
