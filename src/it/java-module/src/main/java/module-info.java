module com.acme.app {
    requires dev.heapwright.heap;

    provides dev.heapwright.heap.Binding with com.acme.java_module.heapwright.HeapwrightBinding;
}
