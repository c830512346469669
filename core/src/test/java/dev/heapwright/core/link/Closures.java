package dev.heapwright.core.link;

import dev.heapwright.core.contract.Contract;
import dev.heapwright.core.marker.Marker;
import dev.heapwright.core.name.ClassName;
import dev.heapwright.core.name.Coordinates;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Builds closures of the module {@code com.acme:app:3} and artifacts of the group {@code com.acme}. */
final class Closures {
    static final Placed APP = artifact("");
    static final Placed HEAP = withConsumer(artifact("heap:1"), Contract.HEAP);

    private Closures() {}

    /** An artifact, and a path that leads to it. */
    record Placed(Artifact artifact, List<Coordinates> path) {}

    static Closure closure(Placed module, Placed... dependencies) {
        Map<Coordinates, Set<Coordinates>> edges = new TreeMap<>();
        for (Placed each : dependencies) {
            for (int i = 1; i < each.path().size(); i++) {
                edges.computeIfAbsent(each.path().get(i - 1), from -> new TreeSet<>())
                        .add(each.path().get(i));
            }
        }
        return new Closure(
                module.artifact(),
                Arrays.stream(dependencies).map(Placed::artifact).toList(),
                new DependencyGraph(edges));
    }

    /** {@return an empty artifact; {@code path} such as {@code io:2 pool:1}: from the module, exclusive} */
    static Placed artifact(String path) {
        List<Coordinates> all = Stream.of(("app:3 " + path).strip().split(" "))
                .map(Closures::coordinates)
                .toList();
        return new Placed(Artifact.of(all.get(all.size() - 1)), all);
    }

    static Placed withAllocator(Placed placed, String name) {
        return withAllocator(placed, name, 17);
    }

    static Placed withAllocator(Placed placed, String name, int release) {
        Artifact artifact = placed.artifact();
        return new Placed(
                artifact.withAllocators(
                        plus(artifact.allocators(), List.of(new AllocatorClass(allocator(name), release)))),
                placed.path());
    }

    static Placed withConsumer(Placed placed, String element) {
        return with(placed, List.of(element), List.of(), List.of(), List.of());
    }

    static Placed withBinding(Placed placed, String allocator) {
        return with(placed, List.of(), List.of(binding(allocator)), List.of(), List.of());
    }

    static Placed withAvailable(Placed placed, ClassName type, int release) {
        return with(placed, List.of(), List.of(), List.of(new AllocatorClass(type, release)), List.of());
    }

    static Placed withChoice(Placed placed, ClassName type, String in) {
        return with(placed, List.of(), List.of(), List.of(), List.of(new Marker.OfChoice(type, in)));
    }

    private static Placed with(
            Placed placed,
            List<String> consumers,
            List<Marker.OfBinding> bindings,
            List<AllocatorClass> available,
            List<Marker.OfChoice> choices) {
        Artifact artifact = placed.artifact();
        return new Placed(
                new Artifact(
                        artifact.coordinates(),
                        artifact.allocators(),
                        plus(artifact.consumers(), consumers),
                        plus(artifact.bindings(), bindings),
                        plus(artifact.available(), available),
                        plus(artifact.choices(), choices)),
                placed.path());
    }

    /** {@return the artifact that is shipped with the heap, with all three allocators} */
    static Placed shipped(String path) {
        Placed all = artifact(path);
        for (ShippedAllocator each : ShippedAllocator.values()) {
            all = withAvailable(all, each.type(), each == ShippedAllocator.SYSTEM ? 17 : 22);
        }
        return all;
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

    /** {@return a linker for a module of Java 25 with the default of its kind} */
    static Linker linker(Kind kind) {
        return new Linker(new LinkTarget(kind, 25), DefaultAllocator.builtIn(kind), "0.9", PlainDialect.INSTANCE);
    }

    private static <T> List<T> plus(List<T> list, List<T> more) {
        return Stream.concat(list.stream(), more.stream()).toList();
    }
}
