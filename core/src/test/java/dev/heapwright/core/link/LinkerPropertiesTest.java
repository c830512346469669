package dev.heapwright.core.link;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.core.marker.Marker;
import dev.heapwright.core.name.ClassName;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The rules stated a second time, each independently and in full, and tested against random closures. */
class LinkerPropertiesTest extends RandomClosures {
    private static final Pattern PATH = Pattern.compile("(?:via|bound in|chosen in) (com.acme:app\\b.*)");
    private static final Pattern COUNT = Pattern.compile(" (\\d+) (?:allocators|artifacts)");

    @Property(tries = 5000)
    void exactlyTheRuleThatAppliesDecides(@ForAll("closures") Closure closure, @ForAll("linkers") Linker linker) {
        boolean linked = linker.target().kind() != Kind.LIBRARY;
        boolean heap =
                closure.artifacts().stream().anyMatch(each -> each.consumers().contains("dev.heapwright.heap"));
        long bound = count(closure.dependencies().stream()
                .map(each -> each.bindings().size())
                .toList());
        int allocators = allocators(closure);
        boolean refused = !circles(closure, linked).isEmpty()
                || (linked
                        && (allocators > 1
                                || bound > 1
                                || !chosenButNotThere(closure).isEmpty()));
        // With one binding, a consumer is either in it or irrelevant.
        boolean needed = linked && !refused && (bound == 1 || heap);
        boolean tooNew = needed
                && closure.artifacts().stream()
                        .flatMap(each -> each.allocators().stream())
                        .anyMatch(each -> each.release() > linker.target().release());
        boolean explicit =
                closure.artifacts().stream().anyMatch(each -> !each.allocators().isEmpty());
        boolean gone = needed && bound == 1 && !isThere(closure, boundTo(closure));
        boolean missed = needed && bound == 0 && !explicit && !hasDefault(closure, linker);

        Map<Class<? extends Decision>, Boolean> rules = Map.of(
                Decision.Refuse.class,
                refused || tooNew || gone || missed,
                Decision.Adopt.class,
                needed && !tooNew && bound == 1 && !gone,
                Decision.Link.class,
                needed && !tooNew && bound == 0 && !missed,
                Decision.NothingToLink.class,
                !refused && !needed);
        Set<Class<? extends Decision>> applicable = rules.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .collect(toSet());
        Decision decision = linker.decide(closure);
        assertEquals(Set.of(decision.getClass()), applicable);
        if (decision instanceof Decision.Refuse refusal && refused) {
            assertEquals(linked && allocators > 1 ? 1 : 0, count(refusal, DiagnosticId.TWO_ALLOCATORS));
            assertEquals(linked && bound > 1 ? 1 : 0, count(refusal, DiagnosticId.TWO_BINDINGS));
            assertEquals(circles(closure, linked).size(), count(refusal, DiagnosticId.CIRCULAR_DEPENDENCY));
            assertEquals(linked ? chosenButNotThere(closure).size() : 0, count(refusal, DiagnosticId.NOT_AN_ALLOCATOR));
        }
    }

    @Property
    void theLinkedOrAdoptedAllocatorIsPresentAndTheOnlyOne(@ForAll("closures") Closure closure) {
        Decision decision = Closures.linker(Kind.APPLICATION).decide(closure);
        if (decision instanceof Decision.Link link) {
            assertEquals(link.reason().startsWith("default") ? Set.of() : Set.of(link.allocator()), named(closure));
            assertTrue(closure.artifacts().stream()
                    .anyMatch(each -> each.coordinates().equals(link.artifact())
                            && (each.allocatorNames().contains(link.allocator())
                                    || isAvailable(each, link.allocator()))));
        } else if (decision instanceof Decision.Adopt adopt) {
            assertEquals(Set.of(adopt.binding().allocator()), named(closure));
            assertTrue(closure.dependencies().stream()
                    .anyMatch(each -> each.coordinates().equals(adopt.from())
                            && each.bindings().equals(List.of(adopt.binding()))));
        }
    }

    @Property
    void theOrderOfDependenciesIsIrrelevant(
            @ForAll("closures") Closure closure, @ForAll("linkers") Linker linker, @ForAll Random random) {
        List<Coordinates> froms = shuffled(List.copyOf(closure.graph().edges().keySet()), random);
        Map<Coordinates, Set<Coordinates>> edges = new LinkedHashMap<>();
        froms.forEach(from -> edges.put(from, closure.graph().edges().get(from)));
        List<Artifact> dependencies = shuffled(closure.dependencies(), random).stream()
                .map(each -> new Artifact(
                        each.coordinates(),
                        shuffled(each.allocators(), random),
                        shuffled(each.consumers(), random),
                        shuffled(each.bindings(), random),
                        shuffled(each.available(), random),
                        shuffled(each.choices(), random)))
                .toList();
        Closure other = new Closure(closure.module(), dependencies, new DependencyGraph(edges));
        assertEquals(closure, other);
        assertEquals(linker.decide(closure), linker.decide(other));
    }

    @Property
    void anUnrelatedArtifactChangesNothing(@ForAll("closures") Closure closure, @ForAll("linkers") Linker linker) {
        Artifact unrelated = Artifact.of(Closures.coordinates("unrelated:1"));
        List<Artifact> more = new ArrayList<>(closure.dependencies());
        more.add(unrelated);
        Map<Coordinates, Set<Coordinates>> edges =
                new LinkedHashMap<>(closure.graph().edges());
        Set<Coordinates> direct =
                new HashSet<>(closure.graph().dependenciesOf(closure.module().coordinates()));
        direct.add(unrelated.coordinates());
        edges.put(closure.module().coordinates(), direct);
        assertEquals(
                linker.decide(closure), linker.decide(new Closure(closure.module(), more, new DependencyGraph(edges))));
    }

    @Property(tries = 3000)
    void eachContenderIsNamedWithAnExistingShortestPath(@ForAll("closures") Closure closure) {
        if (Closures.linker(Kind.APPLICATION).decide(closure) instanceof Decision.Refuse refuse) {
            for (Diagnostic problem : refuse.problems()) {
                List<String> paths = problem.details().stream()
                        .map(PATH::matcher)
                        .filter(Matcher::find)
                        .map(found -> found.group(1))
                        .toList();
                Matcher count = COUNT.matcher(problem.headline());
                int contenders = count.find() ? Integer.parseInt(count.group(1)) : 1;
                if (problem.id() != DiagnosticId.NO_ALLOCATOR
                        || problem.headline().contains("lacks")) {
                    assertEquals(contenders, paths.size());
                }
                paths.forEach(path -> assertTrue(isShortest(path, closure), () -> path + "\nin " + closure));
            }
        }
    }

    private static boolean isShortest(String text, Closure closure) {
        List<List<Coordinates>> all =
                walks(closure.graph(), List.of(closure.module().coordinates()));
        List<List<Coordinates>> those = all.stream()
                .filter(walk -> new DependencyPath(walk).toString().equals(text))
                .toList();
        return those.size() == 1
                && all.stream()
                        .filter(walk -> walk.get(walk.size() - 1)
                                .equals(those.get(0).get(those.get(0).size() - 1)))
                        .allMatch(walk -> walk.size() >= those.get(0).size());
    }

    /** {@return every path that begins with these steps: there are no cycles among dependencies} */
    private static List<List<Coordinates>> walks(DependencyGraph graph, List<Coordinates> begun) {
        List<List<Coordinates>> walks = new ArrayList<>(List.of(begun));
        for (Coordinates next : graph.dependenciesOf(begun.get(begun.size() - 1))) {
            List<Coordinates> longer = new ArrayList<>(begun);
            longer.add(next);
            walks.addAll(walks(graph, longer));
        }
        return walks;
    }

    /**
     * {@return each pair of an allocator artifact and a consumer that it reaches without another consumer in between}
     */
    private static Set<List<Coordinates>> circles(Closure closure, boolean linked) {
        Set<Coordinates> consumers = closure.artifacts().stream()
                .filter(each -> !each.consumers().isEmpty())
                .map(Artifact::coordinates)
                .collect(toSet());
        Set<List<Coordinates>> circles = new HashSet<>();
        for (Artifact each : linked ? closure.dependencies() : closure.artifacts()) {
            if (!each.allocators().isEmpty() && each.bindings().isEmpty()) {
                for (List<Coordinates> walk : walks(closure.graph(), List.of(each.coordinates()))) {
                    Coordinates end = walk.get(walk.size() - 1);
                    if (consumers.contains(end)
                            && walk.subList(0, walk.size() - 1).stream().noneMatch(consumers::contains)) {
                        circles.add(List.of(each.coordinates(), end));
                    }
                }
            }
        }
        return circles;
    }

    /** {@return the choices whose allocator is neither in the artifact that they name nor in their own} */
    private static List<Marker.OfChoice> chosenButNotThere(Closure closure) {
        return closure.dependencies().stream()
                .flatMap(chooser -> chooser.choices().stream()
                        .filter(choice -> !isAvailable(chooser, choice.type())
                                && closure.dependencies().stream()
                                        .noneMatch(each ->
                                                each.coordinates().versionless().equals(choice.in())
                                                        && isAvailable(each, choice.type()))))
                .toList();
    }

    private static boolean hasDefault(Closure closure, Linker linker) {
        if (!(linker.defaultAllocator() instanceof DefaultAllocator.Shipped shipped)) {
            return false;
        }
        List<Artifact> holders = closure.nearestFirst().stream()
                .filter(each -> isAvailable(each, shipped.allocator().type()))
                .toList();
        boolean system = isThere(closure, ShippedAllocator.SYSTEM.type());
        return !holders.isEmpty()
                && (holders.get(0)
                                        .available(shipped.allocator().type())
                                        .orElseThrow()
                                        .release()
                                <= linker.target().release()
                        || (!shipped.configured() && system));
    }

    private static boolean isThere(Closure closure, ClassName allocator) {
        return closure.artifacts().stream()
                .anyMatch(each -> each.allocatorNames().contains(allocator) || isAvailable(each, allocator));
    }

    private static boolean isAvailable(Artifact artifact, ClassName allocator) {
        return artifact.available().stream().anyMatch(each -> each.type().equals(allocator));
    }

    private static ClassName boundTo(Closure closure) {
        return closure.dependencies().stream()
                .flatMap(each -> each.bindings().stream())
                .findFirst()
                .orElseThrow()
                .allocator();
    }

    /** How many there are: one for each artifact that has a class, and those of bindings that no artifact has. */
    private static int allocators(Closure closure) {
        Set<List<Object>> held = new HashSet<>();
        for (Artifact artifact : closure.artifacts()) {
            for (ClassName name : artifact.allocatorNames()) {
                Coordinates holder = artifact.choices().stream()
                        .filter(choice -> choice.type().equals(name))
                        .flatMap(choice -> artifact.holder(choice, closure.dependencies()).stream())
                        .findFirst()
                        .orElse(artifact)
                        .coordinates();
                held.add(List.of(name, holder));
            }
        }
        Set<ClassName> names =
                held.stream().map(each -> (ClassName) each.get(0)).collect(toSet());
        return held.size()
                + (int) named(closure).stream()
                        .filter(name -> !names.contains(name))
                        .count();
    }

    private static Set<ClassName> named(Closure closure) {
        Set<ClassName> names = new HashSet<>(closure.module().allocatorNames());
        for (Artifact dependency : closure.dependencies()) {
            names.addAll(dependency.allocatorNames());
            dependency.bindings().forEach(binding -> names.add(binding.allocator()));
        }
        return names;
    }

    private static long count(List<Integer> sizes) {
        return sizes.stream().mapToLong(size -> size).sum();
    }

    private static long count(Decision.Refuse refuse, DiagnosticId id) {
        return refuse.problems().stream().filter(each -> each.id() == id).count();
    }

    private static <T> List<T> shuffled(List<T> list, Random random) {
        List<T> shuffled = new ArrayList<>(list);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }
}
