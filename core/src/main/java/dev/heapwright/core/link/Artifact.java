package dev.heapwright.core.link;

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
 * @param path the dependencies that lead to it, from the module being built to the artifact itself; one element for
 *     the module itself
 */
public record Artifact(
        Coordinates coordinates,
        List<ClassName> allocators,
        List<String> needers,
        List<Marker.OfBinding> bindings,
        List<Coordinates> path) {

    /** Sorts what is in the artifact by name: in which order a jar lists its entries is of no meaning. */
    public Artifact {
        allocators = allocators.stream().sorted().toList();
        needers = needers.stream().sorted().toList();
        bindings = bindings.stream()
                .sorted(Comparator.comparing(Marker.OfBinding::allocator))
                .toList();
        path = List.copyOf(path);
    }

    /**
     * {@return the allocators that the bindings name}
     */
    List<ClassName> boundTo() {
        return bindings.stream().map(Marker.OfBinding::allocator).toList();
    }
}
