module com.acme.index {
    requires dev.heapwright.heap;

    exports com.acme.index;
}
