package dev.heapwright.maven.project;

import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.heapwright.core.link.DependencyGraph;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.maven.project.PomRepository.Pom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import org.apache.maven.project.MavenProject;
import org.apache.maven.repository.internal.MavenRepositorySystemUtils;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.Exclusion;

/** The POMs alone against the graph that Maven collects. */
class ResolvedDependenciesPropertiesTest {
    private static final List<String> NAMES = List.of("a", "b", "c", "d", "e", "f");
    private static final List<String> VERSIONS = List.of("1", "2");

    @Property(tries = 5000)
    void wherePomsRuleAWayOutTheGraphHasNone(@ForAll("repositories") PomRepository repository) {
        Assume.that(repository.isResolvable());
        MavenProject project = repository.project();
        RepositorySystemSession session = MavenRepositorySystemUtils.newSession();
        AtomicBoolean collected = new AtomicBoolean();
        DependencyGraphReader graphs = new DependencyGraphReader(repository) {
            @Override
            public DependencyGraph read(RepositorySystemSession any, MavenProject module) {
                collected.set(true);
                return super.read(any, module);
            }
        };
        ResolvedDependencies dependencies =
                new ResolvedDependencies(graphs, new PomDeclarations(repository.system()), session, project);
        DependencyGraph graph = new DependencyGraphReader(repository).read(session, project);
        List<Coordinates> chosen = project.getArtifacts().stream()
                .map(ClasspathReader::coordinates)
                .toList();
        for (Coordinates from : chosen) {
            for (Coordinates to : chosen) {
                if (!dependencies.mayReach(from, Set.of(to))) {
                    assertFalse(graph.mayReach(from, Set.of(to)), () -> from + " reaches " + to + " in " + graph);
                    Statistics.collect(collected.get() ? "by the graph" : "by POMs");
                }
            }
        }
        Statistics.coverage(coverage -> coverage.check("by POMs").percentage(percentage -> percentage > 10));
    }

    @Provide
    Arbitrary<PomRepository> repositories() {
        List<String> keys = NAMES.stream()
                .flatMap(name -> VERSIONS.stream().map(version -> name + ":" + version))
                .toList();
        Arbitrary<Map<String, Pom>> poms = Combinators.combine(NAMES.stream()
                        .flatMap(name -> VERSIONS.stream().map(version -> poms(name)))
                        .toList())
                .as(all -> {
                    Map<String, Pom> byKey = new LinkedHashMap<>();
                    IntStream.range(0, keys.size())
                            .forEach(i -> all.get(i).forEach(pom -> byKey.put(keys.get(i), pom)));
                    return byKey;
                });
        return Combinators.combine(
                        poms,
                        dependencies().list().ofMinSize(1).ofMaxSize(4),
                        dependencies().list().ofMaxSize(1))
                .as(PomRepository::new);
    }

    /** At most one; a relocation leads to a later name, as a circle of them is an error. */
    private static Arbitrary<List<Pom>> poms(String name) {
        Arbitrary<Pom> of = Combinators.combine(dependencies().list().ofMaxSize(3), rarely(), rarely())
                .as(Pom.Of::new);
        List<String> later = NAMES.subList(NAMES.indexOf(name) + 1, NAMES.size());
        Arbitrary<Pom> relocation = later.isEmpty()
                ? of
                : Combinators.combine(Arbitraries.of(later), Arbitraries.of(VERSIONS))
                        .as(Pom.Relocation::new);
        return Arbitraries.frequencyOf(
                Tuple.of(12, of.map(List::of)),
                Tuple.of(3, relocation.map(List::of)),
                Tuple.of(1, Arbitraries.just(List.of())));
    }

    private static Arbitrary<Dependency> dependencies() {
        Arbitrary<DefaultArtifact> artifacts = Combinators.combine(
                        Arbitraries.of(NAMES), mostly("", "linux"), mostly("jar", "zip"), Arbitraries.of(VERSIONS))
                .as((name, classifier, extension, version) ->
                        new DefaultArtifact(PomRepository.GROUP, name, classifier, extension, version));
        Arbitrary<List<Exclusion>> exclusions = mostly("", "a", "b", "c", "d", "e", "f")
                .map(name -> Stream.of(name)
                        .filter(each -> !each.isEmpty())
                        .map(each -> new Exclusion(PomRepository.GROUP, each, "*", "*"))
                        .toList());
        return Combinators.combine(artifacts, mostly("compile", "runtime", "provided", "test"), rarely(), exclusions)
                .as(Dependency::new);
    }

    private static Arbitrary<Boolean> rarely() {
        return Arbitraries.frequency(Tuple.of(8, false), Tuple.of(1, true));
    }

    private static Arbitrary<String> mostly(String usual, String... others) {
        return Arbitraries.frequencyOf(Tuple.of(6, Arbitraries.just(usual)), Tuple.of(1, Arbitraries.of(others)));
    }
}
