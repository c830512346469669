package dev.heapwright.core.link;

import dev.heapwright.core.contract.Contract;
import dev.heapwright.core.marker.Marker;
import dev.heapwright.core.name.ClassName;
import dev.heapwright.core.name.Coordinates;
import java.util.Comparator;
import java.util.List;

/**
 * What is known of an artifact from its markers.
 *
 * @param coordinates the artifact's
 * @param allocators the allocator classes in it
 * @param needers the classes, packages and modules in it that need an allocator
 * @param bindings the glue in it
 */
public record Artifact(
        Coordinates coordinates,
        List<AllocatorClass> allocators,
        List<String> needers,
        List<Marker.OfBinding> bindings) {

    /** Sorts what is in the artifact by name: in which order a jar lists its entries is of no meaning. */
    public Artifact {
        allocators = allocators.stream().sorted().toList();
        needers = needers.stream().sorted().toList();
        bindings = bindings.stream()
                .sorted(Comparator.comparing(Marker.OfBinding::allocator))
                .toList();
    }

    /**
     * {@return an artifact of which nothing is known}
     *
     * @param coordinates the artifact's
     */
    public static Artifact of(Coordinates coordinates) {
        return new Artifact(coordinates, List.of(), List.of(), List.of());
    }

    /**
     * {@return the same artifact with these allocators in place of its own}
     *
     * @param others allocator classes
     */
    public Artifact withAllocators(List<AllocatorClass> others) {
        return new Artifact(coordinates, others, needers, bindings);
    }

    /**
     * {@return whether the heap is in it}
     */
    boolean hasHeap() {
        return needers.contains(Contract.HEAP);
    }

    /**
     * {@return the names of the allocators}
     */
    List<ClassName> allocatorNames() {
        return allocators.stream().map(AllocatorClass::type).toList();
    }

    /**
     * {@return the allocators that the bindings name}
     */
    List<ClassName> boundTo() {
        return bindings.stream().map(Marker.OfBinding::allocator).toList();
    }
}
