package dev.heapwright.maven.project;

import dev.heapwright.core.link.Dependencies;
import dev.heapwright.core.link.DependencyGraph;
import dev.heapwright.core.name.Coordinates;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystemSession;
import org.jspecify.annotations.Nullable;

/**
 * Which dependencies of a module depend on which. The graph is collected once, on demand. Whether there may be a path
 * is decided by the declarations in the POMs, in any scope, even optional or excluded ones, so that no edge of the
 * graph is missed.
 */
final class ResolvedDependencies implements Dependencies {
    private final DependencyGraphReader graphs;
    private final Declarations declarations;
    private final RepositorySystemSession session;
    private final MavenProject project;
    private @Nullable DependencyGraph graph;

    ResolvedDependencies(
            DependencyGraphReader graphs,
            Declarations declarations,
            RepositorySystemSession session,
            MavenProject project) {
        this.graphs = graphs;
        this.declarations = declarations;
        this.session = session;
        this.project = project;
    }

    @Override
    public DependencyGraph graph() {
        DependencyGraph known = graph;
        if (known == null) {
            known = graphs.read(session, project);
            graph = known;
        }
        return known;
    }

    @Override
    public boolean mayReach(Coordinates from, Set<Coordinates> others) {
        if (from.equals(ClasspathReader.coordinates(project))) {
            return graph().mayReach(from, others);
        }
        Set<String> names = others.stream().map(Coordinates::versionless).collect(Collectors.toSet());
        List<Coordinates> chosen = ClasspathReader.dependencies(project);
        Set<Coordinates> seen = new HashSet<>(Set.of(from));
        Queue<Coordinates> waiting = new ArrayDeque<>(seen);
        for (Coordinates next = waiting.poll(); next != null; next = waiting.poll()) {
            if (names.contains(next.versionless())) {
                return true;
            }
            Optional<Set<String>> declared = declarations.of(session, project, next);
            if (declared.isEmpty()) {
                return graph().mayReach(from, others);
            }
            // The selected version counts, not the requested one.
            chosen.stream()
                    .filter(each -> declared.get().contains(each.versionless()))
                    .filter(seen::add)
                    .forEach(waiting::add);
        }
        return false;
    }
}
