package dev.heapwright.maven.project;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.inject.Inject;
import javax.inject.Named;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.resolution.ArtifactDescriptorException;
import org.eclipse.aether.resolution.ArtifactDescriptorPolicy;
import org.eclipse.aether.resolution.ArtifactDescriptorRequest;
import org.eclipse.aether.resolution.ArtifactDescriptorResult;

/** Reads the POMs of dependencies, each once in a build. */
@Named
public final class PomDeclarations implements Declarations {
    /** Maven passes on neither what is of these scopes nor what is optional. */
    private static final Set<String> NOT_PASSED_ON = Set.of("test", "provided");

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
        private final ConcurrentMap<Artifact, Optional<List<Artifact>>> declared = new ConcurrentHashMap<>();
    }

    @Override
    public Optional<List<Artifact>> of(RepositorySystemSession session, MavenProject project, Artifact pom) {
        return new SessionCache(session.getData())
                .get(Known.class, Known::new)
                .declared
                .computeIfAbsent(pom, key -> read(session, project, key));
    }

    private Optional<List<Artifact>> read(RepositorySystemSession session, MavenProject project, Artifact pom) {
        // Maven's own session takes a POM for empty that is broken, or in a repository which only another POM names.
        DefaultRepositorySystemSession strict = new DefaultRepositorySystemSession(session);
        strict.setArtifactDescriptorPolicy((any, request) -> ArtifactDescriptorPolicy.STRICT);
        try {
            ArtifactDescriptorResult result = repositories.readArtifactDescriptor(
                    strict, new ArtifactDescriptorRequest(pom, project.getRemoteProjectRepositories(), null));
            return result.getRelocations().isEmpty()
                    ? Optional.of(result.getDependencies().stream()
                            .filter(PomDeclarations::isPassedOn)
                            .map(Dependency::getArtifact)
                            .toList())
                    : Optional.empty();
        } catch (ArtifactDescriptorException e) {
            // The collector has its own ways to continue without a POM.
            return Optional.empty();
        }
    }

    private static boolean isPassedOn(Dependency dependency) {
        return !dependency.isOptional() && !NOT_PASSED_ON.contains(dependency.getScope());
    }
}
