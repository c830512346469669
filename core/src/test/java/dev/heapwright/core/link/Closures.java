package dev.heapwright.core.link;

import dev.heapwright.core.marker.Marker;
import dev.heapwright.core.name.ClassName;
import dev.heapwright.core.name.Coordinates;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Makes closures of the module {@code com.acme:app:3} and artifacts of the group {@code com.acme}. */
final class Closures {
    static final Artifact APP =
            new Artifact(coordinates("app:3"), List.of(), List.of(), List.of(), List.of(coordinates("app:3")));

    private Closures() {}

    static Closure closure(Artifact module, Artifact... dependencies) {
        return new Closure(module, List.of(dependencies));
    }

    /** {@return an artifact of no meaning; {@code path} as in {@code io:2 pool:1}: from the module, not in it} */
    static Artifact artifact(String path) {
        List<Coordinates> all = Stream.of(("app:3 " + path).split(" "))
                .map(Closures::coordinates)
                .toList();
        return new Artifact(all.get(all.size() - 1), List.of(), List.of(), List.of(), all);
    }

    static Artifact withAllocator(Artifact artifact, String name) {
        return new Artifact(
                artifact.coordinates(),
                plus(artifact.allocators(), allocator(name)),
                artifact.needers(),
                artifact.bindings(),
                artifact.path());
    }

    static Artifact withNeeder(Artifact artifact, String element) {
        return new Artifact(
                artifact.coordinates(),
                artifact.allocators(),
                plus(artifact.needers(), element),
                artifact.bindings(),
                artifact.path());
    }

    static Artifact withBinding(Artifact artifact, String allocator) {
        return new Artifact(
                artifact.coordinates(),
                artifact.allocators(),
                artifact.needers(),
                plus(artifact.bindings(), binding(allocator)),
                artifact.path());
    }

    static ClassName allocator(String name) {
        return ClassName.topLevel("com.acme." + name);
    }

    static Marker.OfBinding binding(String allocator) {
        return new Marker.OfBinding(
                allocator(allocator), coordinates("pool:1"), "linked explicitly", ClassName.topLevel("acme.Glue"));
    }

    static Coordinates coordinates(String artifactAndVersion) {
        int colon = artifactAndVersion.indexOf(':');
        return new Coordinates(
                "com.acme", artifactAndVersion.substring(0, colon), artifactAndVersion.substring(colon + 1));
    }

    private static <T> List<T> plus(List<T> list, T more) {
        List<T> all = new ArrayList<>(list);
        all.add(more);
        return all;
    }
}
