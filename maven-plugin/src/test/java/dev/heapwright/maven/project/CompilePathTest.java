package dev.heapwright.maven.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.core.link.Closure;
import dev.heapwright.core.link.Decision;
import dev.heapwright.core.link.DependencyGraph;
import dev.heapwright.core.name.ClassName;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.heap.Heap;
import dev.heapwright.linker.artifact.ClosureReader;
import dev.heapwright.linker.build.BuildCache;
import dev.heapwright.linker.build.ResolvedClasspath;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompilePathTest {
    private static final DependencyGraph GRAPH = new DependencyGraph(Map.of(
            coordinates("app"), Set.of(coordinates("pool"), coordinates("driver")),
            coordinates("pool"), Set.of(coordinates("util"), coordinates("io")),
            coordinates("driver"), Set.of(coordinates("heap"))));

    @TempDir
    private Path empty;

    private final Map<String, Artifact> artifacts = new TreeMap<>();

    @Test
    void whatHasTheAllocatorIsCompiledAgainstWithWhatItDependsOn() throws Exception {
        bindTo("pool", "runtime");
        assertEquals("{driver=runtime, heap=compile, io=provided, pool=compile, util=compile}", scopes().toString());
    }

    @Test
    void whatIsCompiledAgainstInAnyCaseStaysAsItIs() throws Exception {
        bindTo("pool", "compile");
        assertEquals("{driver=runtime, heap=compile, io=provided, pool=compile, util=runtime}", scopes().toString());
    }

    @Test
    void whereTheModulesOwnAllocatorIsLinkedTheHeapIsCompiledAgainst() throws Exception {
        bindTo("app", "runtime");
        assertEquals("{driver=runtime, heap=compile, io=provided, pool=runtime, util=runtime}", scopes().toString());
    }

    private void bindTo(String holder, String scopeOfPool) throws Exception {
        add("pool", scopeOfPool, empty);
        add("driver", "runtime", empty);
        add("util", "runtime", empty);
        add("io", "provided", empty);
        add(
                "heap",
                "runtime",
                Path.of(Heap.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI()));
        MavenProject project = new MavenProject();
        project.setArtifacts(new LinkedHashSet<>(artifacts.values()));
        ResolvedClasspath classpath = new ResolvedClasspath(
                artifacts.values().stream()
                        .filter(each -> !each.getScope().equals("provided"))
                        .map(each -> new ResolvedClasspath.Entry(
                                ClasspathReader.coordinates(each),
                                each.getFile().toPath()))
                        .toList(),
                GRAPH);
        Closure closure = new ClosureReader(BuildCache.inMemory())
                .read(classpath, dev.heapwright.core.link.Artifact.of(coordinates("app")))
                .closure();
        new CompilePath(project, closure)
                .add(new Decision.Link(
                        new ClassName("com.acme.Pool", "com.acme.Pool"), coordinates(holder), "linked explicitly"));
    }

    private void add(String name, String scope, Path location) {
        Artifact artifact =
                new DefaultArtifact("com.acme", name, "1", scope, "jar", null, new DefaultArtifactHandler("jar"));
        artifact.setFile(location.toFile());
        artifacts.put(name, artifact);
    }

    private Map<String, String> scopes() {
        Map<String, String> scopes = new TreeMap<>();
        artifacts.forEach((name, artifact) -> scopes.put(name, artifact.getScope()));
        return scopes;
    }

    private static Coordinates coordinates(String name) {
        return new Coordinates("com.acme", name, "1");
    }
}
