package dev.heapwright.maven.project;

import dev.heapwright.core.link.Decision;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.linker.artifact.ArtifactCache;
import dev.heapwright.linker.build.ResolvedClasspath;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.project.MavenProject;

/**
 * What the compiler finds when it compiles glue. Glue calls an allocator and extends a class of the heap, which may be
 * there for the program only, at scope {@code runtime}. For this build, such artifacts are given scope {@code compile}, with
 * all that they depend on; neither the POM nor what the program runs with is changed.
 *
 * @param project the module being built, its dependencies resolved
 * @param classpath the runtime class path of the module
 * @param artifacts that were read
 */
public record CompilePath(MavenProject project, ResolvedClasspath classpath, ArtifactCache artifacts) {
    /**
     * Adds to the path what glue needs.
     *
     * @param link the allocator that the glue calls
     * @throws DiagnosticException if an artifact cannot be read
     */
    public void add(Decision.Link link) throws DiagnosticException {
        Map<Coordinates, Artifact> hidden = project.getArtifacts().stream()
                .filter(artifact -> Artifact.SCOPE_RUNTIME.equals(artifact.getScope()))
                .collect(Collectors.toMap(ClasspathReader::coordinates, Function.identity(), (first, same) -> first));
        for (ResolvedClasspath.Entry entry : classpath.artifacts()) {
            if (hidden.containsKey(entry.coordinates()) && isNamed(entry, link)) {
                classpath.dependencies().graph().pathsFrom(entry.coordinates()).keySet().stream()
                        .flatMap(each -> Stream.ofNullable(hidden.get(each)))
                        .forEach(artifact -> artifact.setScope(Artifact.SCOPE_COMPILE));
            }
        }
    }

    private boolean isNamed(ResolvedClasspath.Entry entry, Decision.Link link) throws DiagnosticException {
        return entry.coordinates().equals(link.artifact())
                || artifacts.read(entry.location(), entry.coordinates()).hasHeap();
    }
}
