module com.acme.app {
    requires com.acme.capped;
    requires com.acme.lines;
    requires dev.heapwright.heap;

    provides dev.heapwright.heap.Binding with com.acme.module_app.heapwright.HeapwrightBinding;
}
