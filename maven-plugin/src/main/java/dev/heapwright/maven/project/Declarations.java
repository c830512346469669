package dev.heapwright.maven.project;

import dev.heapwright.core.name.Coordinates;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystemSession;

/** The dependencies that artifacts declare. */
public interface Declarations {
    /**
     * {@return what an artifact's POM declares for everyone who depends on the artifact; empty if that is not known}
     *
     * @param session for resolving dependencies
     * @param project the module that depends on it
     * @param artifact the artifact
     */
    Optional<Set<ArtifactKey>> of(RepositorySystemSession session, MavenProject project, Coordinates artifact);
}
