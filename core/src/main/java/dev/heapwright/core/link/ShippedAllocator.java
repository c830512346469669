package dev.heapwright.core.link;

import dev.heapwright.core.name.Coordinates;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The allocators that come with Heapwright, which users may call by a short name. */
public enum ShippedAllocator {
    /** The C library's malloc. */
    SYSTEM(17),
    /** jemalloc. */
    JEMALLOC(22),
    /** mimalloc. */
    MIMALLOC(22);

    private final int release;

    ShippedAllocator(int release) {
        this.release = release;
    }

    /**
     * {@return the oldest Java release that it runs on}
     */
    public int release() {
        return release;
    }

    /**
     * {@return its artifact}
     *
     * @param version that of Heapwright
     */
    public Coordinates artifact(String version) {
        return new Coordinates("dev.heapwright", "heapwright-" + this, version);
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
     * {@return the short name: {@code jemalloc}}
     */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
