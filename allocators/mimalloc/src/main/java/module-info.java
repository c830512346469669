/** Links mimalloc: a marker, and the module that has the allocator. */
module dev.heapwright.mimalloc {
    requires transitive dev.heapwright.allocators;
}
