/**
 * The heap: native memory from the one allocator that the build has bound.
 *
 * <p>It requires the allocators that ship with it, so that a module that is bound to one of them has to require only
 * this module.
 *
 * @uses dev.heapwright.heap.Binding the glue; a named application module provides it
 */
module dev.heapwright.heap {
    requires static org.jspecify;
    requires static dev.heapwright.annotations;
    requires static jdk.jfr;
    requires static java.management;
    requires dev.heapwright.diagnostic;
    requires transitive dev.heapwright.memory;
    requires transitive dev.heapwright.allocators;

    exports dev.heapwright.heap;
    exports dev.heapwright.heap.checked;
    exports dev.heapwright.heap.observed;

    uses dev.heapwright.heap.Binding;
}
