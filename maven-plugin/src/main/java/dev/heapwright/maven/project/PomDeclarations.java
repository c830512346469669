package dev.heapwright.maven.project;

import dev.heapwright.core.name.Coordinates;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import javax.inject.Inject;
import javax.inject.Named;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.resolution.ArtifactDescriptorException;
import org.eclipse.aether.resolution.ArtifactDescriptorPolicy;
import org.eclipse.aether.resolution.ArtifactDescriptorRequest;

/** Reads the POMs of dependencies, each once in a build. */
@Named
public final class PomDeclarations implements Declarations {
    /** Of what a dependency declares, Maven leaves these to itself, as it does what is optional. */
    private static final Set<String> NOT_PASSED_ON = Set.of(Artifact.SCOPE_TEST, Artifact.SCOPE_PROVIDED);

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
        private final ConcurrentMap<Coordinates, Optional<Set<ArtifactKey>>> declared = new ConcurrentHashMap<>();
    }

    @Override
    public Optional<Set<ArtifactKey>> of(RepositorySystemSession session, MavenProject project, Coordinates artifact) {
        return new SessionCache(session.getData())
                .get(Known.class, Known::new)
                .declared
                .computeIfAbsent(artifact, key -> read(session, project, key));
    }

    private Optional<Set<ArtifactKey>> read(
            RepositorySystemSession session, MavenProject project, Coordinates coordinates) {
        // Maven's session takes a POM for empty that is broken, or in a repository which only another POM names.
        DefaultRepositorySystemSession strict = new DefaultRepositorySystemSession(session);
        strict.setArtifactDescriptorPolicy((any, request) -> ArtifactDescriptorPolicy.STRICT);
        DefaultArtifact artifact =
                new DefaultArtifact(coordinates.groupId(), coordinates.artifactId(), "jar", coordinates.version());
        try {
            return Optional.of(repositories
                    .readArtifactDescriptor(
                            strict,
                            new ArtifactDescriptorRequest(artifact, project.getRemoteProjectRepositories(), null))
                    .getDependencies()
                    .stream()
                    .filter(PomDeclarations::isPassedOn)
                    .map(dependency -> ArtifactKey.of(dependency.getArtifact()))
                    .collect(Collectors.toUnmodifiableSet()));
        } catch (ArtifactDescriptorException e) {
            // The collector has its own ways to continue without a POM.
            return Optional.empty();
        }
    }

    private static boolean isPassedOn(Dependency dependency) {
        return !dependency.isOptional() && !NOT_PASSED_ON.contains(dependency.getScope());
    }
}
