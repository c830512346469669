package dev.heapwright.maven.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.core.name.Coordinates;
import java.io.File;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.artifact.resolver.filter.ScopeArtifactFilter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.apache.maven.repository.internal.MavenRepositorySystemUtils;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.graph.DefaultDependencyNode;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.DependencyNode;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.eclipse.aether.resolution.DependencyResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DependencyInjectionTest {
    private static final Coordinates POOL = new Coordinates("com.acme", "pool", "1");

    private final MavenProject project = new MavenProject();
    private final List<String> asked = new ArrayList<>();

    @BeforeEach
    void aModuleThatIsResolved() {
        project.setGroupId("com.acme");
        project.setArtifactId("app");
        project.setVersion("1");
        project.setArtifact(artifact("app", "compile"));
        project.setResolvedArtifacts(
                new LinkedHashSet<>(List.of(artifact("index", "compile"), artifact("junit", "test"))));
        project.setArtifactFilter(new ScopeArtifactFilter("runtime"));
    }

    @Test
    void onlyWhatIsAddedIsResolvedAndWhatTestsHaveIsKept() throws Exception {
        injection(node("pool", node("memory"))).add(MavenRepositorySystemUtils.newSession(), project, POOL, "compile");
        assertEquals(List.of("com.acme:pool:jar:1 (compile)"), asked);
        assertEquals(List.of("index", "junit", "pool", "memory"), names());
        assertEquals("pool", project.getDependencies().get(0).getArtifactId());
    }

    @Test
    void allIsResolvedAgainWhereBothClosuresDisagree() throws Exception {
        DependencyNode older = node("index");
        older.setArtifact(older.getArtifact().setVersion("0.9"));
        injection(node("pool", older)).add(MavenRepositorySystemUtils.newSession(), project, POOL, "compile");
        assertEquals(List.of("com.acme:pool:jar:1 (compile)", "all"), asked);
        assertEquals(List.of("all"), names());
    }

    @Test
    void allIsResolvedAgainToTellWhatIsWrong() throws Exception {
        RepositorySystem none = repositories(request -> {
            throw new DependencyResolutionException(new DependencyResult(request), new IllegalStateException());
        });
        new DependencyInjection(all(), new IncrementalResolution(none))
                .add(MavenRepositorySystemUtils.newSession(), project, POOL, "compile");
        assertEquals(List.of("com.acme:pool:jar:1 (compile)", "all"), asked);
    }

    @Test
    void nothingOfWhatWasTakenOutIsKept() throws Exception {
        DependencyInjection injection = injection(node("pool"));
        injection.add(MavenRepositorySystemUtils.newSession(), project, POOL, "compile");
        injection.remove(project, POOL);
        assertEquals(List.of(), project.getDependencies());
        injection.add(
                MavenRepositorySystemUtils.newSession(), project, new Coordinates("com.acme", "slab", "1"), "compile");
        assertEquals(List.of("com.acme:pool:jar:1 (compile)", "all"), asked);
        assertEquals(List.of("all"), names());
    }

    private interface Resolution {
        DependencyResult of(DependencyRequest request) throws DependencyResolutionException;
    }

    private DependencyInjection injection(DependencyNode added) {
        DependencyNode root = new DefaultDependencyNode((Dependency) null);
        root.setChildren(List.of(added));
        return new DependencyInjection(
                all(), new IncrementalResolution(repositories(request -> new DependencyResult(request).setRoot(root))));
    }

    /** Tells from what comes out that it was asked. */
    private ProjectDependenciesResolver all() {
        DependencyNode root = new DefaultDependencyNode((Dependency) null);
        root.setChildren(List.of(node("all")));
        return request -> {
            asked.add("all");
            return new FixedResolution(root);
        };
    }

    private RepositorySystem repositories(Resolution resolution) {
        return (RepositorySystem) Proxy.newProxyInstance(
                RepositorySystem.class.getClassLoader(),
                new Class<?>[] {RepositorySystem.class},
                (proxy, method, all) -> {
                    DependencyRequest request = (DependencyRequest) all[1];
                    request.getCollectRequest().getDependencies().forEach(each -> asked.add(each.toString()));
                    return resolution.of(request);
                });
    }

    private List<String> names() {
        Set<Artifact> artifacts = project.getArtifacts();
        return artifacts.stream().map(Artifact::getArtifactId).toList();
    }

    private static DependencyNode node(String name, DependencyNode... children) {
        DefaultDependencyNode node = new DefaultDependencyNode(new Dependency(
                new org.eclipse.aether.artifact.DefaultArtifact("com.acme", name, "jar", "1")
                        .setFile(new File(name + ".jar")),
                "compile"));
        node.setChildren(List.of(children));
        return node;
    }

    private static Artifact artifact(String name, String scope) {
        Artifact artifact =
                new DefaultArtifact("com.acme", name, "1", scope, "jar", null, new DefaultArtifactHandler("jar"));
        artifact.setFile(new File(name + ".jar"));
        return artifact;
    }
}
