package dev.heapwright.benchmarks.netty;

import dev.heapwright.benchmarks.allocation.SubjectJvm;
import dev.heapwright.netty.HeapByteBufAllocator;
import io.netty.buffer.AdaptiveByteBufAllocator;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.util.List;
import java.util.function.Supplier;

/** The allocators of buffers, in the order of the tables. */
enum Allocators {
    HEAP_SYSTEM("Heap, system", "system", HeapByteBufAllocator::new),
    HEAP_JEMALLOC("Heap, jemalloc", "jemalloc", HeapByteBufAllocator::new),
    HEAP_MIMALLOC("Heap, mimalloc", "mimalloc", HeapByteBufAllocator::new),
    POOLED("Netty, pooled", "", () -> new PooledByteBufAllocator(true)),
    ADAPTIVE("Netty, adaptive", "", () -> new AdaptiveByteBufAllocator(true)),
    UNPOOLED("Netty, unpooled", "", () -> new UnpooledByteBufAllocator(true));

    /** The system property that selects the one that a JVM measures. */
    static final String PROPERTY = "heapwright.benchmark.buffers";

    private final String title;
    private final String binding;
    private final Supplier<ByteBufAllocator> constructor;

    Allocators(String title, String binding, Supplier<ByteBufAllocator> constructor) {
        this.title = title;
        this.binding = binding;
        this.constructor = constructor;
    }

    /** {@return the one that this JVM measures} */
    static ByteBufAllocator measured() {
        return valueOf(System.getProperty(PROPERTY, "POOLED")).constructor.get();
    }

    /** {@return the JVM to measure it in} */
    SubjectJvm jvm() {
        return new SubjectJvm(
                title,
                binding,
                List.of(
                        "-D" + PROPERTY + "=" + name(),
                        "-Djmh.executor=CUSTOM",
                        "-Djmh.executor.class=" + EventLoopThreads.class.getName()));
    }
}
