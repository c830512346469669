package dev.heapwright.maven.project;

import dev.heapwright.core.link.Dependencies;
import dev.heapwright.core.link.DependencyGraph;
import dev.heapwright.core.name.Coordinates;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystemSession;
import org.jspecify.annotations.Nullable;

/**
 * Who depends on whom among the dependencies of a module. The graph is collected when somebody asks for it, once.
 * Whether there may be a way is told by the POMs of those on it, as long as Maven has chosen, in whatever version, all
 * that these declare. Where it has not, the POMs alone do not tell why: the dependency may be excluded, or relocated, by
 * a POM of another version even, so that it is among the chosen under another name. Then the graph is collected.
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
        return reachedByPoms(from)
                .map(reached -> !Collections.disjoint(reached, others))
                .orElseGet(() -> graph().mayReach(from, others));
    }

    /** {@return what the POMs lead to, with all that the graph does; empty if they do not tell} */
    private Optional<Set<Coordinates>> reachedByPoms(Coordinates from) {
        if (from.equals(ClasspathReader.coordinates(project))) {
            return Optional.empty();
        }
        Map<ArtifactKey, List<Coordinates>> chosen = ClasspathReader.dependencies(project);
        Set<Coordinates> reached = new HashSet<>(Set.of(from));
        Queue<Coordinates> waiting = new ArrayDeque<>(reached);
        for (Coordinates next = waiting.poll(); next != null; next = waiting.poll()) {
            Optional<Set<ArtifactKey>> declared = declarations.of(session, project, next);
            if (declared.isEmpty() || !chosen.keySet().containsAll(declared.get())) {
                return Optional.empty();
            }
            declared.get().stream()
                    .flatMap(key -> chosen.getOrDefault(key, List.of()).stream())
                    .filter(reached::add)
                    .forEach(waiting::add);
        }
        return Optional.of(reached);
    }
}
