package dev.heapwright.maven.project;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.inject.Inject;
import javax.inject.Named;
import org.apache.maven.RepositoryUtils;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.model.DependencyManagement;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.ArtifactTypeRegistry;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.DependencyNode;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;

/**
 * Resolves one dependency more for a module whose others are resolved: that one and what it depends on only, which takes
 * a small part of the time that a large closure takes. The two closures together are what Maven would resolve from
 * scratch, as long as they agree on what both of them have; where they do not, one of them would have to give way, and
 * that is left to Maven.
 */
@Named
public final class IncrementalResolution {
    private final RepositorySystem repositories;

    /**
     * For the container.
     *
     * @param repositories Maven's
     */
    @Inject
    public IncrementalResolution(RepositorySystem repositories) {
        this.repositories = repositories;
    }

    /**
     * Resolves a dependency more.
     *
     * @param session what dependencies are resolved with
     * @param project the module
     * @param resolved what it has so far, in all scopes
     * @param added the dependency, with its scope
     * @return all artifacts of the module, those that it had first; nothing if they are to be resolved from scratch,
     *     which also tells what is wrong if the dependency cannot be had
     */
    public Optional<Set<Artifact>> resolve(
            RepositorySystemSession session,
            MavenProject project,
            Collection<Artifact> resolved,
            org.apache.maven.model.Dependency added) {
        ArtifactTypeRegistry types = session.getArtifactTypeRegistry();
        CollectRequest collect = new CollectRequest();
        collect.setRootArtifact(RepositoryUtils.toArtifact(project.getArtifact()));
        collect.setRequestContext("project");
        collect.setRepositories(project.getRemoteProjectRepositories());
        collect.addDependency(RepositoryUtils.toDependency(added, types));
        collect.setManagedDependencies(managed(project, types));
        try {
            DependencyRequest request = new DependencyRequest(collect, null);
            return together(
                    resolved,
                    artifacts(
                            project,
                            repositories.resolveDependencies(session, request).getRoot()));
        } catch (DependencyResolutionException e) {
            return Optional.empty();
        }
    }

    /**
     * {@return the artifacts of a graph as Maven gives them to a module, in their order}
     *
     * @param project the module
     * @param root of the graph, which is not one of them
     */
    static Set<Artifact> artifacts(MavenProject project, DependencyNode root) {
        Set<Artifact> artifacts = new LinkedHashSet<>();
        RepositoryUtils.toArtifacts(
                artifacts, root.getChildren(), List.of(project.getArtifact().getId()), null);
        return artifacts;
    }

    private static List<Dependency> managed(MavenProject project, ArtifactTypeRegistry types) {
        DependencyManagement management = project.getDependencyManagement();
        return management == null
                ? List.of()
                : management.getDependencies().stream()
                        .map(dependency -> RepositoryUtils.toDependency(dependency, types))
                        .toList();
    }

    /**
     * {@return all of them; nothing if one of both is not what it would be if it were resolved for both}
     *
     * @param resolved what there is
     * @param found what is to be added
     */
    static Optional<Set<Artifact>> together(Collection<Artifact> resolved, Collection<Artifact> found) {
        Map<String, Artifact> known = new HashMap<>();
        resolved.forEach(artifact -> known.put(artifact.getDependencyConflictId(), artifact));
        Set<Artifact> all = new LinkedHashSet<>(resolved);
        for (Artifact each : found) {
            Artifact same = known.get(each.getDependencyConflictId());
            if (same == null) {
                all.add(each);
            } else if (!serves(same, each)) {
                return Optional.empty();
            }
        }
        return Optional.of(all);
    }

    /** Of two scopes the wider one wins: a test's dependency is satisfied by any, one at run time by the compiler's, too. */
    private static boolean serves(Artifact known, Artifact each) {
        return known.getBaseVersion().equals(each.getBaseVersion())
                && known.getFile() != null
                && known.getFile().equals(each.getFile())
                && (Artifact.SCOPE_COMPILE.equals(known.getScope())
                        || String.valueOf(each.getScope()).equals(known.getScope())
                        || Artifact.SCOPE_TEST.equals(each.getScope()));
    }
}
