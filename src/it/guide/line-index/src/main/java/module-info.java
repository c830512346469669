module com.acme.lines {
    requires static dev.heapwright.annotations;
    requires dev.heapwright.heap;
    requires dev.heapwright.memory;

    exports com.acme.lines;
}
