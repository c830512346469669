/** Raw memory: reading, writing and copying at addresses, and the C library's heap. */
module dev.heapwright.memory {
    requires static org.jspecify;
    requires dev.heapwright.diagnostic;
    requires jdk.unsupported;

    exports dev.heapwright.memory;
}
