/** Links jemalloc: a marker, and a dependency on the module that contains the allocator. */
module dev.heapwright.jemalloc {
    requires transitive dev.heapwright.allocators;
}
