package dev.heapwright.benchmarks.allocation;

import io.netty.buffer.AdaptiveByteBufAllocator;
import io.netty.buffer.PooledByteBufAllocator;
import java.util.List;
import java.util.function.Supplier;

/** All subjects, in the order of the tables. */
enum Subjects {
    HEAP_SYSTEM("Heap, system", "system", HeapSubject::new),
    HEAP_JEMALLOC("Heap, jemalloc", "jemalloc", HeapSubject::new),
    HEAP_MIMALLOC("Heap, mimalloc", "mimalloc", HeapSubject::new),
    HEAP_JEMALLOC_BARE("Heap, jemalloc, no front", "jemalloc", HeapSubject::new, "-Dheapwright.front=off"),
    HEAP_MIMALLOC_BARE("Heap, mimalloc, no front", "mimalloc", HeapSubject::new, "-Dheapwright.front=off"),
    DIRECT_SYSTEM("FFM call, system", "", DirectMalloc::new),
    DIRECT_JEMALLOC("FFM call, jemalloc", "", DirectJemalloc::new),
    DIRECT_MIMALLOC("FFM call, mimalloc", "", DirectMalloc::new),
    UNSAFE("Unsafe", "", UnsafeSubject::new),
    LWJGL_JEMALLOC("LWJGL, jemalloc", "", LwjglJemalloc::new),
    LWJGL_MIMALLOC("LWJGL, mimalloc", "", LwjglMimalloc::new),
    NETTY_POOLED("Netty, pooled", "", () -> new NettySubject(new PooledByteBufAllocator(true))),
    NETTY_ADAPTIVE("Netty, adaptive", "", () -> new NettySubject(new AdaptiveByteBufAllocator(true))),
    ARENA("Arena, confined", "", () -> new ArenaSubject(false)),
    ARENA_SHARED("Arena, shared", "", () -> new ArenaSubject(true)),
    DIRECT_BUFFER("allocateDirect", "", DirectBufferSubject::new),
    CATALOGUE_JEMALLOC("jemalloc", "", CatalogueSubject::jemalloc),
    CATALOGUE_SYSTEM("system", "", CatalogueSubject::system),
    CATALOGUE_REGION("region-allocator, no region open", "", CatalogueSubject::region),
    CATALOGUE_GUARD("guard-allocator", "", CatalogueSubject::guard),
    CATALOGUE_GUARDED("heapwright-guarded", "", CatalogueSubject::guarded),
    CATALOGUE_HARDENED("heapwright-hardened", "", CatalogueSubject::hardened),
    CATALOGUE_HUGE_PAGES("huge-page-allocator", "", CatalogueSubject::hugePages),
    CATALOGUE_FILE("file-allocator", "", CatalogueSubject::file);

    private final String title;
    private final String binding;
    private final Supplier<Subject> constructor;
    private final List<String> options;

    Subjects(String title, String binding, Supplier<Subject> constructor, String... options) {
        this.title = title;
        this.binding = binding;
        this.constructor = constructor;
        this.options = List.of(options);
    }

    String title() {
        return title;
    }

    /** {@return the allocator that the heap is bound to in the subject's JVM; empty if it is not bound} */
    String binding() {
        return binding;
    }

    /** {@return what the subject's JVM is started with} */
    List<String> options() {
        return options;
    }

    /** Whether it is for {@link CatalogueReport} alone. */
    boolean isOfCatalogue() {
        return name().startsWith("CATALOGUE_");
    }

    /** Whether blocks are tied to the thread that allocates them, so that no other may free them. */
    boolean confined() {
        return this == ARENA;
    }

    Subject create() {
        return constructor.get();
    }
}
