/** jemalloc as an allocator. */
module dev.heapwright.jemalloc {
    requires dev.heapwright.memory;
    requires static transitive dev.heapwright.annotations;
    requires static org.jspecify;

    exports dev.heapwright.jemalloc;
}
