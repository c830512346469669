/** Links the C library's malloc: a marker, and a dependency on the module that contains the allocator. */
module dev.heapwright.system {
    requires transitive dev.heapwright.allocators;
}
