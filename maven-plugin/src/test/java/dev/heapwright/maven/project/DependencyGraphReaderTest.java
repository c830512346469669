package dev.heapwright.maven.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.apache.maven.project.MavenProject;
import org.apache.maven.repository.internal.MavenRepositorySystemUtils;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.graph.DefaultDependencyNode;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.DependencyNode;
import org.eclipse.aether.util.graph.transformer.ConflictResolver;
import org.junit.jupiter.api.Test;

class DependencyGraphReaderTest {
    @Test
    void eachDependencyLeadsToTheSelectedVersion() {
        DependencyNode chosen = node("com.acme:util:2.0", node("com.acme:deep:1.0"));
        DependencyNode loser = node("com.acme:util:1.0");
        loser.setData(ConflictResolver.NODE_DATA_WINNER, chosen);
        assertEquals(
                "{com.acme:app:3.0=[com.acme:pool:1.2, com.acme:util:2.0], com.acme:pool:1.2=[com.acme:util:2.0],"
                        + " com.acme:util:2.0=[com.acme:deep:1.0]}",
                edges(node("com.acme:pool:1.2", loser), chosen));
    }

    @Test
    void aSnapshotHasTheVersionFromThePom() {
        assertEquals(
                "{com.acme:app:3.0=[com.acme:pool:1.2-SNAPSHOT]}", edges(node("com.acme:pool:1.2-20260102.030405-6")));
    }

    @Test
    void artifactsThatDifferInTheirClassifiersAreTwo() {
        DefaultDependencyNode node = new DefaultDependencyNode(
                new Dependency(new DefaultArtifact("com.acme", "pool", "linux", "jar", "1.2"), "compile"));
        assertEquals(
                "{com.acme:app:3.0=[com.acme:pool:1.2, com.acme:pool:jar:linux:1.2]}",
                edges(node, node("com.acme:pool:1.2")));
    }

    @Test
    void aModuleWithoutDependenciesHasNoEdges() {
        assertEquals(Map.of().toString(), edges());
    }

    private static String edges(DependencyNode... dependencies) {
        MavenProject project = new MavenProject();
        project.setGroupId("com.acme");
        project.setArtifactId("app");
        project.setVersion("3.0");
        DependencyNode root = new DefaultDependencyNode((Dependency) null);
        root.setChildren(List.of(dependencies));
        return new DependencyGraphReader(new FixedResolution(root))
                .read(MavenRepositorySystemUtils.newSession(), project)
                .edges()
                .toString();
    }

    private static DependencyNode node(String coordinates, DependencyNode... children) {
        String[] parts = coordinates.split(":", -1);
        DefaultDependencyNode node = new DefaultDependencyNode(
                new Dependency(new DefaultArtifact(parts[0], parts[1], "jar", parts[2]), "compile"));
        node.setChildren(List.of(children));
        return node;
    }
}
