/** mimalloc as an allocator. */
module dev.heapwright.mimalloc {
    requires dev.heapwright.memory;
    requires static transitive dev.heapwright.annotations;
    requires static org.jspecify;

    exports dev.heapwright.mimalloc;
}
