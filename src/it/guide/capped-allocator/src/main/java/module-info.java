module com.acme.capped {
    requires static transitive dev.heapwright.annotations;
    requires dev.heapwright.memory;

    exports com.acme.capped;
}
