/** The heap behind Apache Arrow: buffers and vectors in memory of the allocator that the build has bound. */
module dev.heapwright.arrow {
    requires static org.jspecify;
    requires static dev.heapwright.annotations;
    requires dev.heapwright.heap;
    requires transitive org.apache.arrow.memory.core;

    exports dev.heapwright.arrow;
}
