/** The allocators that ship with the heap. */
module dev.heapwright.allocators {
    requires dev.heapwright.diagnostic;
    requires dev.heapwright.memory;
    requires dev.heapwright.natives;
    requires static transitive dev.heapwright.annotations;
    requires static org.jspecify;

    exports dev.heapwright.front;
    exports dev.heapwright.jemalloc;
    exports dev.heapwright.mimalloc;
    exports dev.heapwright.system;
}
