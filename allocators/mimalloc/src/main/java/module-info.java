/** Links mimalloc: a marker, and a dependency on the module that contains the allocator. */
module dev.heapwright.mimalloc {
    requires transitive dev.heapwright.allocators;
}
