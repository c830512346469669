package dev.heapwright.maven.project;

import dev.heapwright.core.link.Closure;
import dev.heapwright.core.link.Decision;
import dev.heapwright.core.name.Coordinates;
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
 * @param closure what the module runs with
 */
public record CompilePath(MavenProject project, Closure closure) {
    /**
     * Adds to the path what glue needs.
     *
     * @param link the allocator that the glue calls
     */
    public void add(Decision.Link link) {
        Map<Coordinates, Artifact> hidden = project.getArtifacts().stream()
                .filter(artifact -> Artifact.SCOPE_RUNTIME.equals(artifact.getScope()))
                .collect(Collectors.toMap(ClasspathReader::coordinates, Function.identity(), (first, same) -> first));
        closure.dependencies().stream()
                .filter(each -> each.hasHeap() || each.coordinates().equals(link.artifact()))
                .filter(each -> hidden.containsKey(each.coordinates()))
                .flatMap(each -> closure.graph().pathsFrom(each.coordinates()).keySet().stream())
                .flatMap(each -> Stream.ofNullable(hidden.get(each)))
                .forEach(artifact -> artifact.setScope(Artifact.SCOPE_COMPILE));
    }
}
