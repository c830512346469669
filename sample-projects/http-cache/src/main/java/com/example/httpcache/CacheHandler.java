package com.example.httpcache;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;

/** One connection: {@code GET}, {@code PUT} and {@code DELETE} of {@code /key}. */
final class CacheHandler extends SimpleChannelInboundHandler<FullHttpRequest> {
    private final LruCache cache;

    CacheHandler(LruCache cache) {
        this.cache = cache;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
        FullHttpResponse response = response(request);
        boolean keepAlive = HttpUtil.isKeepAlive(request);
        HttpUtil.setKeepAlive(response, keepAlive);
        HttpUtil.setContentLength(response, response.content().readableBytes());
        // A failed write is reported like a failed read: by default, Netty closes the connection silently.
        var written = context.writeAndFlush(response).addListener(ChannelFutureListener.FIRE_EXCEPTION_ON_FAILURE);
        if (!keepAlive) {
            written.addListener(ChannelFutureListener.CLOSE);
        }
    }

    private FullHttpResponse response(FullHttpRequest request) {
        String key = request.uri().substring(1);
        // A switch over strings: Netty's methods are objects, not constants.
        return switch (request.method().name()) {
            // The cache's own buffer is written, not a copy.
            case "GET" -> cache.get(key).map(CacheHandler::ok).orElseGet(() -> status(HttpResponseStatus.NOT_FOUND));
            case "PUT" ->
                status(
                        cache.put(key, request.content())
                                ? HttpResponseStatus.NO_CONTENT
                                : HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE);
            case "DELETE" -> status(cache.remove(key) ? HttpResponseStatus.NO_CONTENT : HttpResponseStatus.NOT_FOUND);
            default -> status(HttpResponseStatus.METHOD_NOT_ALLOWED);
        };
    }

    private static FullHttpResponse ok(ByteBuf value) {
        FullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK, value);
        response.headers().set(HttpHeaderNames.CONTENT_TYPE, "application/octet-stream");
        return response;
    }

    private static FullHttpResponse status(HttpResponseStatus status) {
        return new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.EMPTY_BUFFER);
    }

    /** If there is no memory, or the request is not HTTP, this connection is closed, and the others continue. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        System.err.println("http-cache: " + cause);
        context.close();
    }
}
