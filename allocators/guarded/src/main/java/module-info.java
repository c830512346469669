/** jemalloc, with some blocks before inaccessible pages. */
module dev.heapwright.guarded {
    requires transitive dev.heapwright.allocators;
    requires dev.heapwright.diagnostic;
    requires dev.heapwright.memory;
    requires static transitive dev.heapwright.annotations;
    requires static org.jspecify;

    exports dev.heapwright.guarded;
}
