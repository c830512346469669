package dev.heapwright.core.link;

import dev.heapwright.core.name.ClassName;
import java.util.Set;

/**
 * An allocator in an artifact.
 *
 * @param type the class
 * @param release the oldest Java release that its class file runs on, such as 17
 * @param optionalFunctions names of the contract's optional functions that it has
 */
public record AllocatorClass(ClassName type, int release, Set<String> optionalFunctions)
        implements Comparable<AllocatorClass> {

    /** Copies the set. */
    public AllocatorClass {
        optionalFunctions = Set.copyOf(optionalFunctions);
    }

    /**
     * An allocator that has only the required functions.
     *
     * @param type the class
     * @param release the oldest Java release that its class file runs on
     */
    public AllocatorClass(ClassName type, int release) {
        this(type, release, Set.of());
    }

    /** By name, then by release. */
    @Override
    public int compareTo(AllocatorClass other) {
        int byName = type.compareTo(other.type);
        return byName != 0 ? byName : Integer.compare(release, other.release);
    }
}
