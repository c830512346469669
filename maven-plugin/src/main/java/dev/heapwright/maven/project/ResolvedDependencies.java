package dev.heapwright.maven.project;

import dev.heapwright.core.link.Dependencies;
import dev.heapwright.core.link.DependencyGraph;
import dev.heapwright.core.name.Coordinates;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystemSession;
import org.jspecify.annotations.Nullable;

/**
 * Who depends on whom among the dependencies of a module. The graph is collected when somebody asks for it, once. Whether
 * there may be a way is told by the POMs of those on it, where that is enough.
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
        Optional<Set<Coordinates>> reached = from.equals(ClasspathReader.coordinates(project))
                ? Optional.empty()
                : new DeclaredPaths(declarations, session, project).from(from);
        return reached.map(all -> !Collections.disjoint(all, others)).orElseGet(() -> graph().mayReach(from, others));
    }
}
