package dev.heapwright.core.link;

import dev.heapwright.core.marker.Marker;
import dev.heapwright.core.name.Coordinates;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Random closures of up to six artifacts that depend on one another, and linkers for random modules. */
abstract class RandomClosures {
    private static final Coordinates MODULE = Closures.coordinates("app:3");
    private static final List<Coordinates> OTHERS = IntStream.range(0, 6)
            .mapToObj(i -> Closures.coordinates((char) ('a' + i) + ":1"))
            .toList();

    @Provide
    Arbitrary<Closure> closures() {
        Arbitrary<List<Artifact>> dependencies = Arbitraries.integers()
                .between(0, OTHERS.size())
                .flatMap(size -> Combinators.combine(OTHERS.stream()
                                .limit(size)
                                .map(RandomClosures::artifacts)
                                .toList())
                        .as(artifacts -> artifacts));
        Arbitrary<List<Boolean>> edges = Arbitraries.frequencyOf(
                        Tuple.of(2, Arbitraries.just(false)), Tuple.of(1, Arbitraries.just(true)))
                .list()
                .ofSize(OTHERS.size() * OTHERS.size());
        return Combinators.combine(artifacts(MODULE), dependencies, edges)
                .as((module, artifacts, edge) -> new Closure(module, artifacts, graph(artifacts, edge)));
    }

    @Provide
    Arbitrary<Linker> linkers() {
        Arbitrary<DefaultAllocator> defaults = Arbitraries.of(
                new DefaultAllocator.None(),
                DefaultAllocator.builtIn(Kind.APPLICATION),
                DefaultAllocator.builtIn(Kind.HOSTED),
                new DefaultAllocator.Shipped(ShippedAllocator.MIMALLOC, true));
        return Combinators.combine(Arbitraries.of(Kind.class), Arbitraries.of(17, 21, 25), defaults)
                .as((kind, release, allocator) ->
                        new Linker(new LinkTarget(kind, release), allocator, "0.9", PlainDialect.INSTANCE));
    }

    /**
     * Each may depend on those that follow it in the alphabet; the module depends on those that nothing else depends
     * on.
     */
    private static DependencyGraph graph(List<Artifact> artifacts, List<Boolean> edge) {
        Map<Coordinates, Set<Coordinates>> edges = new LinkedHashMap<>();
        Set<Coordinates> reached = new HashSet<>();
        for (int from = 0; from < artifacts.size(); from++) {
            for (int to = from + 1; to < artifacts.size(); to++) {
                if (edge.get(from * OTHERS.size() + to)) {
                    edges.computeIfAbsent(OTHERS.get(from), each -> new HashSet<>())
                            .add(OTHERS.get(to));
                    reached.add(OTHERS.get(to));
                }
            }
        }
        for (int to = 0; to < artifacts.size(); to++) {
            if (!reached.contains(OTHERS.get(to)) || edge.get(to * OTHERS.size())) {
                edges.computeIfAbsent(MODULE, each -> new HashSet<>()).add(OTHERS.get(to));
            }
        }
        return new DependencyGraph(edges);
    }

    /** Most have nothing, so that every rule gets its turn. */
    private static Arbitrary<Artifact> artifacts(Coordinates coordinates) {
        Arbitrary<Integer> releases = Arbitraries.of(17, 22);
        Arbitrary<List<ShippedAllocator>> available = Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.just(List.of())),
                Tuple.of(1, Arbitraries.just(List.of(ShippedAllocator.values()))),
                Tuple.of(1, Arbitraries.of(ShippedAllocator.class).map(List::of)));
        return Combinators.combine(
                        rarely("A", "Bb", "Ccc", "Dddd"),
                        rarely("dev.heapwright.heap", "com.acme.Other"),
                        rarely("A", "Bb", "Ccc"),
                        available,
                        choices(),
                        releases)
                .as((allocators, consumers, bindings, along, choices, release) -> new Artifact(
                        coordinates,
                        allocators.stream()
                                .map(name -> new AllocatorClass(Closures.allocator(name), release))
                                .toList(),
                        consumers,
                        bindings.stream().map(Closures::binding).toList(),
                        coordinates.equals(MODULE)
                                ? List.of()
                                : along.stream()
                                        .map(each -> new AllocatorClass(each.type(), release))
                                        .toList(),
                        coordinates.equals(MODULE) ? List.of() : choices));
    }

    /** Most artifacts select nothing; what is selected may be in another artifact or missing. */
    private static Arbitrary<List<Marker.OfChoice>> choices() {
        Arbitrary<Marker.OfChoice> choice = Combinators.combine(
                        Arbitraries.of(ShippedAllocator.class), Arbitraries.of("a", "b", "c", "d", "e", "f"))
                .as((allocator, in) -> new Marker.OfChoice(allocator.type(), "com.acme:" + in));
        return Arbitraries.frequencyOf(Tuple.of(9, Arbitraries.just(List.of())), Tuple.of(1, choice.map(List::of)));
    }

    private static Arbitrary<List<String>> rarely(String... names) {
        Arbitrary<List<String>> none = Arbitraries.just(List.of());
        Arbitrary<List<String>> some =
                Arbitraries.of(names).list().ofMinSize(1).ofMaxSize(2).uniqueElements();
        return Arbitraries.frequencyOf(Tuple.of(7, none), Tuple.of(1, some));
    }
}
