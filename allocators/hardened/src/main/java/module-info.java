/** An allocator that finds double frees, overruns and writes to freed memory. */
module dev.heapwright.hardened {
    requires dev.heapwright.diagnostic;
    requires dev.heapwright.memory;
    requires static transitive dev.heapwright.annotations;
    requires static org.jspecify;

    exports dev.heapwright.hardened;
}
