package dev.heapwright.maven.project;

import dev.heapwright.core.name.Coordinates;
import java.util.Optional;
import java.util.Set;
import javax.inject.Inject;
import javax.inject.Named;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.model.Dependency;
import org.apache.maven.project.DefaultDependencyResolutionRequest;
import org.apache.maven.project.DependencyResolutionException;
import org.apache.maven.project.DependencyResolutionResult;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.RepositorySystemSession;

/**
 * Adds a dependency to a module while it is being built, as if its POM had listed it: all goals that follow see it,
 * those that compile and run as well as those that package.
 */
@Named
public final class DependencyInjection {
    private final ProjectDependenciesResolver resolver;
    private final IncrementalResolution incremental;

    /**
     * For the container.
     *
     * @param resolver Maven's
     * @param incremental resolves what is added
     */
    @Inject
    public DependencyInjection(ProjectDependenciesResolver resolver, IncrementalResolution incremental) {
        this.resolver = resolver;
        this.incremental = incremental;
    }

    /**
     * Adds a dependency, and resolves it with what it depends on.
     *
     * @param session what dependencies are resolved with
     * @param project the module
     * @param coordinates of a jar
     * @param scope of the dependency
     * @throws DependencyResolutionException if the jar or what it depends on cannot be had; the module is then as it
     *     was
     */
    public void add(RepositorySystemSession session, MavenProject project, Coordinates coordinates, String scope)
            throws DependencyResolutionException {
        Dependency dependency = new Dependency();
        dependency.setGroupId(coordinates.groupId());
        dependency.setArtifactId(coordinates.artifactId());
        dependency.setVersion(coordinates.version());
        dependency.setScope(scope);
        Set<Artifact> resolved = resolved(project);
        // A module of which nothing is resolved has to be resolved as a whole.
        Optional<Set<Artifact>> together =
                resolved.isEmpty() ? Optional.empty() : incremental.resolve(session, project, resolved, dependency);
        project.getDependencies().add(dependency);
        if (together.isPresent()) {
            replace(project, together.get());
            return;
        }
        try {
            resolve(session, project);
        } catch (DependencyResolutionException e) {
            project.getDependencies().remove(dependency);
            throw e;
        }
    }

    /**
     * Takes a dependency out again, and forgets what was resolved with it: what is added next is resolved without it.
     *
     * @param project the module
     * @param coordinates as they were added
     */
    public void remove(MavenProject project, Coordinates coordinates) {
        project.getDependencies()
                .removeIf(dependency -> dependency.getGroupId().equals(coordinates.groupId())
                        && dependency.getArtifactId().equals(coordinates.artifactId()));
        replace(project, Set.of());
    }

    /**
     * Resolves the module's dependencies as they are now.
     *
     * @param session what dependencies are resolved with
     * @param project the module
     * @throws DependencyResolutionException if they cannot be had
     */
    public void resolve(RepositorySystemSession session, MavenProject project) throws DependencyResolutionException {
        forgetDirect(project);
        DependencyResolutionResult result = resolver.resolve(new DefaultDependencyResolutionRequest(project, session));
        replace(project, IncrementalResolution.artifacts(project, result.getDependencyGraph()));
    }

    /** {@return what the module has in all scopes, and not only in that of the goal being run} */
    private static Set<Artifact> resolved(MavenProject project) {
        project.setArtifactFilter(artifact -> true);
        return project.getArtifacts();
    }

    private static void replace(MavenProject project, Set<Artifact> artifacts) {
        forgetDirect(project);
        project.setResolvedArtifacts(artifacts);
        project.setArtifactFilter(artifact -> true);
        project.setArtifacts(artifacts);
    }

    /** While these are set, whoever resolves takes them for the module's dependencies and does not look at the new one. */
    // The deprecated setter is the only way, and the way of Maven's own LifecycleDependencyResolver.
    @SuppressWarnings("deprecation")
    private static void forgetDirect(MavenProject project) {
        project.setDependencyArtifacts(null);
    }
}
