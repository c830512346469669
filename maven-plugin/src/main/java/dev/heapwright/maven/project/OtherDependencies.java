package dev.heapwright.maven.project;

import dev.heapwright.linker.build.OtherArtifacts;
import java.util.List;
import javax.inject.Inject;
import javax.inject.Named;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.resolution.ArtifactDescriptorException;
import org.eclipse.aether.resolution.ArtifactDescriptorRequest;

/** Reads what the POMs of a module and its dependencies declare of artifacts that the module does not run with. */
@Named
public final class OtherDependencies {
    private final RepositorySystem repositories;

    /**
     * For the container.
     *
     * @param repositories Maven's
     */
    @Inject
    public OtherDependencies(RepositorySystem repositories) {
        this.repositories = repositories;
    }

    /** Reads what an artifact's POM declares, in all scopes; nothing if it cannot be read. */
    @FunctionalInterface
    interface Descriptors {
        List<Dependency> of(Artifact artifact);
    }

    /**
     * {@return what is known of artifacts that a module does not run with}
     *
     * @param session what dependencies are resolved with
     * @param project the module, its dependencies resolved
     */
    public OtherArtifacts of(RepositorySystemSession session, MavenProject project) {
        return new LeftOutDependencies(session, project, artifact -> declared(session, project, artifact));
    }

    private List<Dependency> declared(RepositorySystemSession session, MavenProject project, Artifact artifact) {
        try {
            return repositories
                    .readArtifactDescriptor(
                            session,
                            new ArtifactDescriptorRequest(artifact, project.getRemoteProjectRepositories(), null))
                    .getDependencies();
        } catch (ArtifactDescriptorException e) {
            return List.of();
        }
    }
}
