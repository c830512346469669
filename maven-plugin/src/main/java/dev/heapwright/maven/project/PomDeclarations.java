package dev.heapwright.maven.project;

import dev.heapwright.core.name.Coordinates;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import javax.inject.Inject;
import javax.inject.Named;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.resolution.ArtifactDescriptorException;
import org.eclipse.aether.resolution.ArtifactDescriptorRequest;

/** Reads the POMs of dependencies, each once in a build. */
@Named
public final class PomDeclarations implements Declarations {
    private final RepositorySystem repositories;

    /**
     * Called by the container.
     *
     * @param repositories Maven's
     */
    @Inject
    public PomDeclarations(RepositorySystem repositories) {
        this.repositories = repositories;
    }

    /** The declarations read so far, cached in the session. */
    private static final class Known {
        private final ConcurrentMap<Coordinates, Optional<Set<String>>> declared = new ConcurrentHashMap<>();
    }

    @Override
    public Optional<Set<String>> of(RepositorySystemSession session, MavenProject project, Coordinates artifact) {
        return new SessionCache(session.getData())
                .get(Known.class, Known::new)
                .declared
                .computeIfAbsent(artifact, key -> read(session, project, key));
    }

    private Optional<Set<String>> read(RepositorySystemSession session, MavenProject project, Coordinates coordinates) {
        Artifact artifact =
                new DefaultArtifact(coordinates.groupId(), coordinates.artifactId(), "jar", coordinates.version());
        try {
            return Optional.of(repositories
                    .readArtifactDescriptor(
                            session,
                            new ArtifactDescriptorRequest(artifact, project.getRemoteProjectRepositories(), null))
                    .getDependencies()
                    .stream()
                    .map(dependency -> dependency.getArtifact().getGroupId() + ":"
                            + dependency.getArtifact().getArtifactId())
                    .collect(Collectors.toUnmodifiableSet()));
        } catch (ArtifactDescriptorException e) {
            // The collector has its own ways to continue without a POM.
            return Optional.empty();
        }
    }
}
