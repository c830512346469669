/** Links jemalloc: a marker, and the module that has the allocator. */
module dev.heapwright.jemalloc {
    requires transitive dev.heapwright.allocators;
}
