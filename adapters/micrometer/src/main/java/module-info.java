/** The figures of a heap with observed glue as meters of Micrometer. */
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"}) // Micrometer has no descriptor.
module dev.heapwright.micrometer {
    requires static org.jspecify;
    requires dev.heapwright.heap;
    requires transitive micrometer.core;

    exports dev.heapwright.micrometer;
}
