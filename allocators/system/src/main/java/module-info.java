/** The system's allocator. */
module dev.heapwright.system {
    requires dev.heapwright.memory;
    requires static transitive dev.heapwright.annotations;
    requires static org.jspecify;

    exports dev.heapwright.system;
}
