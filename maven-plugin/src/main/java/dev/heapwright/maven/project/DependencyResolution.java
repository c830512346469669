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

/** Resolves the dependencies of a module for goals that run where Maven has not done so. */
@Named
public final class DependencyResolution {
    private final ProjectDependenciesResolver resolver;

    /**
     * For the container.
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
     * @param session what dependencies are resolved with
     * @param project the module; a copy, since goals that run later are to find it as it was
     * @throws DependencyResolutionException if they could not be resolved
     */
    // The deprecated setter is the only way, and the way of Maven's own LifecycleDependencyResolver.
    @SuppressWarnings("deprecation")
    public void resolve(RepositorySystemSession session, MavenProject project) throws DependencyResolutionException {
        // While they are set, whoever resolves takes them for the module's dependencies.
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
