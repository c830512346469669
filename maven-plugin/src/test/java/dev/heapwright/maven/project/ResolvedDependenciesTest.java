package dev.heapwright.maven.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.core.link.DependencyGraph;
import dev.heapwright.core.name.Coordinates;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.DependencyManagement;
import org.apache.maven.project.MavenProject;
import org.apache.maven.repository.internal.MavenRepositorySystemUtils;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.graph.DefaultDependencyNode;
import org.junit.jupiter.api.Test;

class ResolvedDependenciesTest {
    private static final Coordinates APP = coordinates("app");
    private static final Coordinates POOL = coordinates("pool");
    private static final Coordinates SLAB = coordinates("slab");
    private static final Coordinates UTIL = coordinates("util");
    private static final Coordinates IO = coordinates("io");

    /** What the POMs say that are known and are no relocations; of each artifact, version 2 was chosen. */
    private final Map<String, List<String>> declared =
            Map.of("pool:2", List.of("util:2"), "util:2", List.of("pool:1"), "pool:1", List.of());

    private final MavenProject project = project();
    private int collected;

    @Test
    void ifThePomsHaveNoPathThereIsNoneAndNothingIsCollected() {
        assertFalse(dependencies().mayReach(POOL, Set.of(IO)));
        assertEquals(0, collected);
    }

    @Test
    void wherePomsLeadThereMayBeAWay() {
        assertTrue(dependencies().mayReach(POOL, Set.of(UTIL)));
        assertTrue(dependencies().mayReach(POOL, Set.of(POOL)));
        assertEquals(0, collected);
    }

    @Test
    void ifAPomIsUnknownTheGraphIsCollected() {
        assertTrue(dependencies().mayReach(IO, Set.of(UTIL)));
        assertFalse(dependencies().mayReach(IO, Set.of(POOL)));
        assertEquals(2, collected);
    }

    @Test
    void whereAPomDeclaresWhatWasNotChosenTheGraphIsCollected() {
        assertFalse(dependencies(Map.of("slab:2", List.of("absent:2"))).mayReach(SLAB, Set.of(POOL)));
        assertEquals(1, collected);
    }

    @Test
    void whereAVersionThatIsAskedForIsNotKnownTheGraphIsCollected() {
        Map<String, List<String>> poms = Map.of("slab:2", List.of("util:1"), "util:2", List.of());
        assertFalse(dependencies(poms).mayReach(SLAB, Set.of(POOL)));
        assertEquals(1, collected);
    }

    @Test
    void theVersionThatIsAskedForIsTheManagedOne() {
        Dependency util = new Dependency();
        util.setGroupId("com.acme");
        util.setArtifactId("util");
        util.setVersion("3");
        DependencyManagement management = new DependencyManagement();
        management.addDependency(util);
        project.getModel().setDependencyManagement(management);
        assertFalse(dependencies().mayReach(POOL, Set.of(IO)));
        assertEquals(1, collected);
    }

    @Test
    void whatTheModuleReachesIsInTheGraph() {
        assertTrue(dependencies().mayReach(APP, Set.of(UTIL)));
        assertEquals(1, collected);
    }

    @Test
    void theGraphIsCollectedOnce() {
        ResolvedDependencies dependencies = dependencies();
        assertSame(dependencies.graph(), dependencies.graph());
        assertEquals(1, collected);
    }

    private ResolvedDependencies dependencies() {
        return dependencies(declared);
    }

    private ResolvedDependencies dependencies(Map<String, List<String>> poms) {
        DependencyGraphReader graphs =
                new DependencyGraphReader(new FixedResolution(new DefaultDependencyNode(dependency("app:2")))) {
                    @Override
                    public DependencyGraph read(RepositorySystemSession session, MavenProject module) {
                        collected++;
                        return new DependencyGraph(Map.of(APP, Set.of(IO), IO, Set.of(UTIL)));
                    }
                };
        Declarations declarations = (session, module, pom) -> Optional.ofNullable(
                        poms.get(pom.getArtifactId() + ":" + pom.getVersion()))
                .map(names ->
                        names.stream().map(ResolvedDependenciesTest::dependency).toList());
        return new ResolvedDependencies(graphs, declarations, MavenRepositorySystemUtils.newSession(), project);
    }

    private static MavenProject project() {
        MavenProject project = new MavenProject();
        project.setGroupId("com.acme");
        project.setArtifactId("app");
        project.setVersion("2");
        project.setArtifacts(new LinkedHashSet<>(Stream.of("pool", "slab", "util", "io")
                .map(ResolvedDependenciesTest::artifact)
                .toList()));
        return project;
    }

    private static Artifact artifact(String name) {
        return new DefaultArtifact(
                "com.acme", name, "2", Artifact.SCOPE_COMPILE, "jar", null, new DefaultArtifactHandler("jar"));
    }

    /** {@return what is declared, by its name and version} */
    private static org.eclipse.aether.artifact.Artifact dependency(String nameAndVersion) {
        return new org.eclipse.aether.artifact.DefaultArtifact("com.acme:" + nameAndVersion.replace(":", ":jar:"));
    }

    private static Coordinates coordinates(String name) {
        return new Coordinates("com.acme", name, "2");
    }
}
