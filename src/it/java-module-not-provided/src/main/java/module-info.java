module com.acme.app {
    requires dev.heapwright.heap;
}
