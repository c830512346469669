module com.acme.app {
    requires dev.heapwright.heap;

    provides dev.heapwright.heap.Binding with com.acme.image_app.heapwright.HeapwrightBinding;
}
