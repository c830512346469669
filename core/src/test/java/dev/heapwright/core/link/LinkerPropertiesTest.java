package dev.heapwright.core.link;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.core.diagnostic.Diagnostic;
import dev.heapwright.core.diagnostic.DiagnosticId;
import dev.heapwright.core.name.ClassName;
import dev.heapwright.core.name.Coordinates;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** The rules said a second time, each on its own and in full, and held against random closures. */
class LinkerPropertiesTest {
    @Property(tries = 3000)
    void exactlyTheRuleThatAppliesDecides(@ForAll("closures") Closure closure, @ForAll Kind kind) {
        boolean mustBeBound = kind == Kind.APPLICATION;
        boolean needed =
                closure.artifacts().stream().anyMatch(each -> !each.needers().isEmpty());
        long bound = closure.dependencies().stream()
                .mapToLong(each -> each.bindings().size())
                .sum();
        Set<ClassName> allocators = named(closure);
        boolean conflict = allocators.size() > 1 || bound > 1;

        Map<Class<? extends Decision>, Boolean> rules = Map.of(
                Decision.Refuse.class,
                mustBeBound && conflict,
                Decision.Adopt.class,
                mustBeBound && bound == 1 && allocators.size() == 1,
                Decision.Link.class,
                mustBeBound && needed && bound == 0 && allocators.size() == 1,
                Decision.LinkDefault.class,
                mustBeBound && needed && bound == 0 && allocators.isEmpty(),
                Decision.NothingToLink.class,
                !mustBeBound || (!needed && bound == 0 && allocators.size() <= 1));
        Set<Class<? extends Decision>> applicable = rules.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .collect(toSet());
        Decision decision = Linker.decide(closure, kind);
        assertEquals(Set.of(decision.getClass()), applicable);
        assertTrue(isTrue(decision, closure, allocators, bound), decision.toString());
    }

    /** Whether what the decision names is there, and is all there is. */
    private static boolean isTrue(Decision decision, Closure closure, Set<ClassName> allocators, long bound) {
        if (decision instanceof Decision.Link link) {
            return allocators.equals(Set.of(link.allocator()))
                    && closure.artifacts().stream()
                            .anyMatch(each -> each.coordinates().equals(link.artifact())
                                    && each.allocators().contains(link.allocator()));
        }
        if (decision instanceof Decision.Adopt adopt) {
            return closure.dependencies().stream()
                    .anyMatch(each -> each.coordinates().equals(adopt.from())
                            && each.bindings().equals(List.of(adopt.binding())));
        }
        if (decision instanceof Decision.Refuse refuse) {
            return count(refuse, DiagnosticId.TWO_ALLOCATORS) == Math.max(0, allocators.size() - 1)
                    && count(refuse, DiagnosticId.TWO_BINDINGS) == Math.max(0, bound - 1);
        }
        return true;
    }

    @Property
    void theOrderOfDependenciesIsOfNoMeaning(
            @ForAll("closures") Closure closure, @ForAll Kind kind, @ForAll Random random) {
        List<Artifact> shuffled = new ArrayList<>(closure.dependencies());
        Collections.shuffle(shuffled, random);
        Closure other = new Closure(closure.module(), shuffled);
        assertEquals(closure, other);
        assertEquals(Linker.decide(closure, kind), Linker.decide(other, kind));
    }

    @Property
    void theOrderOfWhatIsInAnArtifactIsOfNoMeaning(@ForAll("closures") Closure closure, @ForAll Random random) {
        for (Artifact artifact : closure.artifacts()) {
            assertEquals(
                    artifact,
                    new Artifact(
                            artifact.coordinates(),
                            shuffled(artifact.allocators(), random),
                            shuffled(artifact.needers(), random),
                            shuffled(artifact.bindings(), random),
                            artifact.path()));
        }
    }

    @Property
    void anArtifactThatHasNothingToDoWithItChangesNothing(
            @ForAll("closures") Closure closure, @ForAll Kind kind, @ForAll("paths") List<Coordinates> path) {
        List<Artifact> more = new ArrayList<>(closure.dependencies());
        more.add(new Artifact(path.get(path.size() - 1), List.of(), List.of(), List.of(), path));
        assertEquals(Linker.decide(closure, kind), Linker.decide(new Closure(closure.module(), more), kind));
    }

    @Property(tries = 3000)
    void eachSideOfAConflictIsNamedWithAPathThatLeadsToIt(@ForAll("closures") Closure closure) {
        if (Linker.decide(closure, Kind.APPLICATION) instanceof Decision.Refuse refuse) {
            for (Diagnostic problem : refuse.problems()) {
                assertEquals(2, problem.details().size());
                for (String line : problem.details()) {
                    assertTrue(truths(closure).anyMatch(line::equals), () -> line + "\nin " + closure);
                }
            }
        }
    }

    /** {@return all that could rightly be said of the closure, in one width of columns or another} */
    private static Stream<String> truths(Closure closure) {
        return closure.artifacts().stream().flatMap(artifact -> {
            StringBuilder path = new StringBuilder(artifact.path().get(0).versionless());
            artifact.path().stream().skip(1).forEach(each -> path.append(" -> ").append(each));
            return Stream.concat(
                    Stream.concat(artifact.allocators().stream(), artifact.boundTo().stream())
                            .flatMap(each -> Stream.of("", " ", "  ", "   ").map(gap -> each + gap + "  via " + path)),
                    artifact.boundTo().stream().map(each -> each + "  bound in " + path));
        });
    }

    private static Set<ClassName> named(Closure closure) {
        Set<ClassName> names = new HashSet<>(closure.module().allocators());
        for (Artifact dependency : closure.dependencies()) {
            names.addAll(dependency.allocators());
            dependency.bindings().forEach(binding -> names.add(binding.allocator()));
        }
        return names;
    }

    private static long count(Decision.Refuse refuse, DiagnosticId id) {
        return refuse.problems().stream().filter(each -> each.id() == id).count();
    }

    private static <T> List<T> shuffled(List<T> list, Random random) {
        List<T> shuffled = new ArrayList<>(list);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    @Provide
    Arbitrary<Closure> closures() {
        Arbitrary<Artifact> modules = artifacts(Arbitraries.just(List.of(Closures.coordinates("app:3"))));
        return Combinators.combine(modules, artifacts(paths()).list().ofMaxSize(6))
                .as(Closure::new);
    }

    /** From the module to one of a few artifacts: two may have the same coordinates, as those of a classifier have. */
    @Provide
    Arbitrary<List<Coordinates>> paths() {
        return Arbitraries.of("a:1", "a:2", "b:1", "c:1", "d:1")
                .map(Closures::coordinates)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .uniqueElements()
                .map(rest -> Stream.concat(Stream.of(Closures.coordinates("app:3")), rest.stream())
                        .toList());
    }

    /** Most have nothing, so that all the rules have their turn. */
    private static Arbitrary<Artifact> artifacts(Arbitrary<List<Coordinates>> paths) {
        return Combinators.combine(
                        paths, rarely("A", "Bb", "Ccc", "Dddd"), rarely("Needy", "Other"), rarely("A", "Bb", "Ccc"))
                .as((path, allocators, needers, bindings) -> new Artifact(
                        path.get(path.size() - 1),
                        allocators.stream().map(Closures::allocator).toList(),
                        needers,
                        bindings.stream().map(Closures::binding).toList(),
                        path));
    }

    private static Arbitrary<List<String>> rarely(String... names) {
        Arbitrary<List<String>> none = Arbitraries.just(List.of());
        Arbitrary<List<String>> some =
                Arbitraries.of(names).list().ofMinSize(1).ofMaxSize(2).uniqueElements();
        return Arbitraries.frequencyOf(Tuple.of(7, none), Tuple.of(1, some));
    }
}
