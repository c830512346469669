package dev.heapwright.core.link;

import dev.heapwright.core.name.ClassName;

/**
 * An allocator in an artifact.
 *
 * @param type the class
 * @param release the oldest Java release that its class file runs on, such as 17
 */
public record AllocatorClass(ClassName type, int release) implements Comparable<AllocatorClass> {

    /** By name, then by release. */
    @Override
    public int compareTo(AllocatorClass other) {
        int byName = type.compareTo(other.type);
        return byName != 0 ? byName : Integer.compare(release, other.release);
    }
}
