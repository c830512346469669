package dev.heapwright.core.link;

import dev.heapwright.core.name.ClassName;
import dev.heapwright.core.name.Coordinates;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The allocators that are shipped with the heap, which users may refer to by a short name. */
public enum ShippedAllocator {
    /** The C library's malloc. */
    SYSTEM("dev.heapwright.system.SystemAllocator"),
    /** jemalloc. */
    JEMALLOC("dev.heapwright.jemalloc.JemallocAllocator"),
    /** mimalloc. */
    MIMALLOC("dev.heapwright.mimalloc.MimallocAllocator");

    private final String type;

    ShippedAllocator(String type) {
        this.type = type;
    }

    /**
     * {@return its class}
     */
    public ClassName type() {
        return ClassName.topLevel(type);
    }

    /**
     * {@return the artifact that links it to whatever depends on that artifact}
     *
     * @param version that of Heapwright
     */
    public Coordinates choice(String version) {
        return new Coordinates("dev.heapwright", "heapwright-" + this, version);
    }

    /**
     * {@return the artifact that holds all of them}
     *
     * @param version that of Heapwright
     */
    public static Coordinates artifact(String version) {
        return new Coordinates("dev.heapwright", "heapwright-allocators", version);
    }

    /**
     * {@return the allocator of that short name, if there is one}
     *
     * @param name as {@link #toString} gives it
     */
    public static Optional<ShippedAllocator> of(String name) {
        return Arrays.stream(values())
                .filter(each -> each.toString().equals(name))
                .findFirst();
    }

    /**
     * {@return the allocator of that class, if it is one of these}
     *
     * @param type as {@link #type} gives it
     */
    public static Optional<ShippedAllocator> of(ClassName type) {
        return Arrays.stream(values()).filter(each -> each.type().equals(type)).findFirst();
    }

    /**
     * {@return the short name: {@code jemalloc}}
     */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
