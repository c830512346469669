package dev.heapwright.linker.tree;

import dev.heapwright.core.link.AllocatorClass;
import dev.heapwright.core.link.Artifact;
import dev.heapwright.core.link.Closure;
import dev.heapwright.core.link.Decision;
import dev.heapwright.core.link.DependencyGraph;
import dev.heapwright.core.link.Kind;
import dev.heapwright.core.link.ShippedAllocator;
import dev.heapwright.core.marker.Marker;
import dev.heapwright.core.name.ClassName;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.linker.artifact.PassedOver;
import dev.heapwright.linker.build.DetectedKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Creates modules to render: {@code com.acme:app:1.0} and what it runs with. */
public final class LinkedModules {
    public static final Coordinates APP = coordinates("app:1.0");
    public static final ClassName POOL = ClassName.topLevel("com.acme.Pool");
    public static final Decision.Link TO_POOL = new Decision.Link(POOL, coordinates("pool:1.2"), "linked explicitly");

    private final List<Artifact> dependencies = new ArrayList<>();
    private final Map<Coordinates, Set<Coordinates>> edges = new TreeMap<>();
    private final List<PassedOver> passedOver = new ArrayList<>();
    private Artifact self = Artifact.of(APP);

    /** {@return an application whose dependency {@code io} brings the allocator that it is linked to} */
    public static LinkedModules example() {
        return new LinkedModules()
                .dependency(consumer("heap:0.9", "dev.heapwright.heap"), "app:1.0")
                .dependency(consumer("io:2.1", "com.acme.io"), "app:1.0")
                .dependency(allocator("pool:1.2", POOL), "io:2.1")
                .dependency(Artifact.of(coordinates("util:1.0")), "io:2.1", "heap:0.9");
    }

    /** {@return the same with one more dependency} */
    public LinkedModules dependency(Artifact artifact, String... from) {
        dependencies.add(artifact);
        return edges(artifact.coordinates(), from);
    }

    /** {@return the same with more dependencies on an artifact, which the module need not run with} */
    public LinkedModules edges(Coordinates to, String... from) {
        for (String each : from) {
            edges.computeIfAbsent(coordinates(each), key -> new TreeSet<>()).add(to);
        }
        return this;
    }

    /** {@return the same with these classes in the module itself} */
    public LinkedModules self(Artifact module) {
        self = module;
        return this;
    }

    /** {@return the same with artifacts that were passed over} */
    public LinkedModules passedOver(PassedOver... artifacts) {
        passedOver.addAll(List.of(artifacts));
        return this;
    }

    public LinkedModule linked(Decision decision) {
        return new LinkedModule(
                new DetectedKind(Kind.APPLICATION, "configured"),
                17,
                new Closure(self, dependencies, new DependencyGraph(edges)),
                decision,
                List.of(),
                passedOver);
    }

    public static Coordinates coordinates(String artifactAndVersion) {
        int colon = artifactAndVersion.indexOf(':');
        return new Coordinates(
                "com.acme", artifactAndVersion.substring(0, colon), artifactAndVersion.substring(colon + 1));
    }

    public static Artifact consumer(String coordinates, String... elements) {
        return new Artifact(coordinates(coordinates), List.of(), List.of(elements), List.of());
    }

    public static Artifact allocator(String coordinates, ClassName type) {
        return Artifact.of(coordinates(coordinates)).withAllocators(List.of(new AllocatorClass(type, 17)));
    }

    /** {@return an artifact that has the allocators which come along with the heap} */
    public static Artifact available(Coordinates coordinates) {
        return new Artifact(
                coordinates,
                List.of(),
                List.of(),
                List.of(),
                Arrays.stream(ShippedAllocator.values())
                        .map(each -> new AllocatorClass(each.type(), 17))
                        .toList(),
                List.of());
    }

    public static Artifact bound(String coordinates, ClassName type) {
        return new Artifact(coordinates(coordinates), List.of(), List.of(), List.of(binding(type)));
    }

    public static Marker.OfBinding binding(ClassName type) {
        return new Marker.OfBinding(
                type, coordinates("pool:1.2"), "linked explicitly", ClassName.topLevel("com.acme.glue.Glue"));
    }
}
