package dev.heapwright.maven.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.core.link.DependencyGraph;
import dev.heapwright.core.name.Coordinates;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.project.MavenProject;
import org.apache.maven.repository.internal.MavenRepositorySystemUtils;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.graph.DefaultDependencyNode;
import org.eclipse.aether.graph.Dependency;
import org.junit.jupiter.api.Test;

class ResolvedDependenciesTest {
    private static final Coordinates APP = coordinates("app");
    private static final Coordinates POOL = coordinates("pool");
    private static final Coordinates OLD_POOL = coordinates("old-pool");
    private static final Coordinates UTIL = coordinates("util");
    private static final Coordinates IO = coordinates("io");

    /** What the POMs say; nobody has seen that of io, and what old-pool depends on was not chosen by that name. */
    private final Map<Coordinates, Set<ArtifactKey>> declared =
            Map.of(POOL, Set.of(key("util")), UTIL, Set.of(key("pool")), OLD_POOL, Set.of(key("util"), key("old-io")));

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
        assertTrue(dependencies().mayReach(OLD_POOL, Set.of(IO)));
        assertFalse(dependencies().mayReach(OLD_POOL, Set.of(POOL)));
        assertEquals(2, collected);
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
        MavenProject project = new MavenProject();
        project.setGroupId("com.acme");
        project.setArtifactId("app");
        project.setVersion("2");
        project.setArtifacts(new LinkedHashSet<>(Stream.of("pool", "old-pool", "util", "io")
                .map(ResolvedDependenciesTest::artifact)
                .toList()));
        DependencyGraphReader graphs =
                new DependencyGraphReader(new FixedResolution(new DefaultDependencyNode((Dependency) null))) {
                    @Override
                    public DependencyGraph read(RepositorySystemSession session, MavenProject module) {
                        collected++;
                        return new DependencyGraph(Map.of(APP, Set.of(IO), IO, Set.of(UTIL), OLD_POOL, Set.of(IO)));
                    }
                };
        RepositorySystemSession session = MavenRepositorySystemUtils.newSession();
        return new ResolvedDependencies(
                graphs, (any, module, artifact) -> Optional.ofNullable(declared.get(artifact)), session, project);
    }

    private static Artifact artifact(String name) {
        return new DefaultArtifact(
                "com.acme", name, "2", Artifact.SCOPE_COMPILE, "jar", null, new DefaultArtifactHandler("jar"));
    }

    private static ArtifactKey key(String name) {
        return new ArtifactKey("com.acme", name, "jar", "");
    }

    private static Coordinates coordinates(String name) {
        return new Coordinates("com.acme", name, "2");
    }
}
