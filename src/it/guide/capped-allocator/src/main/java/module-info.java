module com.acme.capped {
    requires static dev.heapwright.annotations;
    requires dev.heapwright.memory;

    exports com.acme.capped;
}
