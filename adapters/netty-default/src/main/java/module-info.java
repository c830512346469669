/** Makes the heap the default allocator of Netty when a Spring Boot application starts. */
@SuppressWarnings("requires-automatic") // Spring has no descriptor.
module dev.heapwright.nettydefault {
    requires static org.jspecify;
    requires dev.heapwright.netty;
    requires static spring.context;
}
