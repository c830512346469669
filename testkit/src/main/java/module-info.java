/** The contract of allocators as JUnit 5 tests. */
module dev.heapwright.testkit {
    requires dev.heapwright.core;
    requires dev.heapwright.diagnostic;
    requires dev.heapwright.memory;
    requires static transitive dev.heapwright.annotations;
    requires static org.jspecify;
    requires transitive org.junit.jupiter.api;

    exports dev.heapwright.testkit;
}
