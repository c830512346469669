/** The heap behind the FFM API: arenas and segment allocators whose memory comes from the bound allocator. */
module dev.heapwright.foreign {
    requires static org.jspecify;
    requires static dev.heapwright.annotations;
    requires transitive dev.heapwright.heap;
    requires dev.heapwright.memory;

    exports dev.heapwright.foreign;
}
