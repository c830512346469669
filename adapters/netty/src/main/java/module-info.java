/** Netty's buffers in native memory from the allocator that the build has bound. */
module dev.heapwright.netty {
    requires static org.jspecify;
    requires static dev.heapwright.annotations;
    requires dev.heapwright.heap;
    requires dev.heapwright.memory;
    requires transitive io.netty.buffer;
    requires io.netty.common;

    exports dev.heapwright.netty;
}
