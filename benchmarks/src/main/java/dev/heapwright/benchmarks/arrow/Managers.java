package dev.heapwright.benchmarks.arrow;

import dev.heapwright.arrow.HeapAllocators;
import dev.heapwright.benchmarks.allocation.SubjectJvm;
import java.util.List;
import java.util.function.Supplier;
import org.apache.arrow.memory.AllocationManager;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.memory.netty.NettyAllocationManager;
import org.apache.arrow.memory.unsafe.UnsafeAllocationManager;

/** The allocation managers of vectors, in the order of the tables. */
enum Managers {
    HEAP_SYSTEM("Heap, system", "system", HeapAllocators::root),
    HEAP_JEMALLOC("Heap, jemalloc", "jemalloc", HeapAllocators::root),
    HEAP_MIMALLOC("Heap, mimalloc", "mimalloc", HeapAllocators::root),
    NETTY("Arrow, Netty", "", () -> root(() -> NettyAllocationManager.FACTORY)),
    UNSAFE("Arrow, Unsafe", "", () -> root(() -> UnsafeAllocationManager.FACTORY));

    /** The system property that selects the one that a JVM measures. */
    static final String PROPERTY = "heapwright.benchmark.manager";

    private final String title;
    private final String binding;
    private final Supplier<BufferAllocator> root;

    Managers(String title, String binding, Supplier<BufferAllocator> root) {
        this.title = title;
        this.binding = binding;
        this.root = root;
    }

    /** {@return a root allocator of the one that this JVM measures} */
    static BufferAllocator measured() {
        return valueOf(System.getProperty(PROPERTY, "UNSAFE")).root.get();
    }

    /** {@return the JVM to measure it in} */
    SubjectJvm jvm() {
        return new SubjectJvm(
                title, binding, List.of("--add-opens=java.base/java.nio=ALL-UNNAMED", "-D" + PROPERTY + "=" + name()));
    }

    /**
     * The builder comes first: its class looks for a manager, and Unsafe's cannot be found while that class is being
     * initialised.
     */
    private static BufferAllocator root(Supplier<AllocationManager.Factory> factory) {
        return new RootAllocator(RootAllocator.configBuilder()
                .allocationManagerFactory(factory.get())
                .build());
    }
}
