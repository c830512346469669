/** Links the C library's malloc: a marker, and the module that has the allocator. */
module dev.heapwright.system {
    requires transitive dev.heapwright.allocators;
}
