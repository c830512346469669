package dev.heapwright.maven.project;

import dev.heapwright.core.link.DependencyGraph;
import dev.heapwright.core.name.Coordinates;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import javax.inject.Inject;
import javax.inject.Named;
import org.apache.maven.project.DefaultDependencyResolutionRequest;
import org.apache.maven.project.DependencyResolutionException;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.graph.DependencyNode;
import org.eclipse.aether.util.graph.transformer.ConflictResolver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads which artifacts depend on which. Of several dependencies on one artifact, Maven keeps only the nearest, so an
 * artifact's own dependencies may be missing from its tree; here they are collected again, and all are kept.
 */
@Named
public class DependencyGraphReader {
    private static final Logger LOGGER = LoggerFactory.getLogger(DependencyGraphReader.class);

    private final ProjectDependenciesResolver resolver;

    /**
     * Called by the container.
     *
     * @param resolver Maven's
     */
    @Inject
    public DependencyGraphReader(ProjectDependenciesResolver resolver) {
        this.resolver = resolver;
    }

    /**
     * Reads the graph; only POMs are downloaded for it.
     *
     * @param session for resolving dependencies
     * @param project the module, with its dependencies resolved
     * @return which artifacts depend on which, in all scopes
     * @throws IllegalStateException if the dependencies cannot be collected though they were resolved
     */
    public DependencyGraph read(RepositorySystemSession session, MavenProject project) {
        // A benchmark counts these lines.
        LOGGER.debug("collecting the dependency graph of {}", project.getId());
        DefaultRepositorySystemSession verbose = new DefaultRepositorySystemSession(session);
        verbose.setConfigProperty(ConflictResolver.CONFIG_PROP_VERBOSE, true);
        DefaultDependencyResolutionRequest request = new DefaultDependencyResolutionRequest(project, verbose);
        request.setResolutionFilter((node, parents) -> false);
        try {
            return graph(
                    ClasspathReader.coordinates(project),
                    resolver.resolve(request).getDependencyGraph());
        } catch (DependencyResolutionException e) {
            throw new IllegalStateException("the dependencies of " + project.getId() + " were resolved before", e);
        }
    }

    private static DependencyGraph graph(Coordinates module, DependencyNode root) {
        Map<Coordinates, Set<Coordinates>> edges = new HashMap<>();
        Queue<Map.Entry<Coordinates, DependencyNode>> waiting = new ArrayDeque<>();
        waiting.add(Map.entry(module, root));
        for (var from = waiting.poll(); from != null; from = waiting.poll()) {
            for (DependencyNode child : from.getValue().getChildren()) {
                Coordinates to = coordinates(chosen(child).getArtifact());
                edges.computeIfAbsent(from.getKey(), each -> new TreeSet<>()).add(to);
                waiting.add(Map.entry(to, child));
            }
        }
        return new DependencyGraph(edges);
    }

    /** {@return the node that won the conflict over this one's artifact} */
    private static DependencyNode chosen(DependencyNode node) {
        return node.getData().get(ConflictResolver.NODE_DATA_WINNER) instanceof DependencyNode winner ? winner : node;
    }

    private static Coordinates coordinates(Artifact artifact) {
        return new Coordinates(
                artifact.getGroupId(), artifact.getArtifactId(), artifact.getBaseVersion(), artifact.getClassifier());
    }
}
