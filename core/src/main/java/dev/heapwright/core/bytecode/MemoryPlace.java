package dev.heapwright.core.bytecode;

import java.util.Comparator;

/**
 * A method that takes native memory in one way, once or several times.
 *
 * @param source the way
 * @param type binary name of its class
 * @param method its name; of a lambda, the name of the method that contains it; of a constant, the name of its field
 */
public record MemoryPlace(MemorySource source, String type, String method) implements Comparable<MemoryPlace> {
    private static final Comparator<MemoryPlace> ORDER = Comparator.comparing(MemoryPlace::source)
            .thenComparing(MemoryPlace::type)
            .thenComparing(MemoryPlace::method);

    @Override
    public int compareTo(MemoryPlace other) {
        return ORDER.compare(this, other);
    }

    /** {@return class and method, such as {@code com.acme.Chunks.grow}} */
    public String name() {
        return type + "." + method;
    }
}
