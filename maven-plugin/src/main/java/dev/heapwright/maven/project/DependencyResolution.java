package dev.heapwright.maven.project;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.inject.Inject;
import javax.inject.Named;
import org.apache.maven.RepositoryUtils;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.project.DefaultDependencyResolutionRequest;
import org.apache.maven.project.DependencyResolutionException;
import org.apache.maven.project.DependencyResolutionResult;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.RepositorySystemSession;

/** Resolves the dependencies of a module for goals for which Maven does not do so. */
@Named
public final class DependencyResolution {
    private final ProjectDependenciesResolver resolver;

    /**
     * Called by the container.
     *
     * @param resolver Maven's
     */
    @Inject
    public DependencyResolution(ProjectDependenciesResolver resolver) {
        this.resolver = resolver;
    }

    /**
     * Resolves a module's dependencies in all scopes.
     *
     * @param session for resolving dependencies
     * @param project the module; a copy, so that later goals find the original unchanged
     * @throws DependencyResolutionException if they could not be resolved
     */
    // There is only the deprecated setter, which Maven's own LifecycleDependencyResolver uses too.
    @SuppressWarnings("deprecation")
    public void resolve(RepositorySystemSession session, MavenProject project) throws DependencyResolutionException {
        // While they are set, any resolution takes them for the module's dependencies.
        project.setDependencyArtifacts(null);
        DependencyResolutionResult result = resolver.resolve(new DefaultDependencyResolutionRequest(project, session));
        Set<Artifact> artifacts = new LinkedHashSet<>();
        RepositoryUtils.toArtifacts(
                artifacts,
                result.getDependencyGraph().getChildren(),
                List.of(project.getArtifact().getId()),
                null);
        project.setResolvedArtifacts(artifacts);
        project.setArtifactFilter(artifact -> true);
        project.setArtifacts(artifacts);
    }
}
