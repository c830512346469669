/**
 * The heap: native memory from the one allocator that the build has bound.
 *
 * @uses dev.heapwright.heap.Binding the glue; a named application module provides it
 */
module dev.heapwright.heap {
    requires static org.jspecify;
    requires static dev.heapwright.annotations;
    requires dev.heapwright.memory;

    exports dev.heapwright.heap;
    exports dev.heapwright.heap.checked;

    uses dev.heapwright.heap.Binding;
}
