package dev.heapwright.maven.project;

import dev.heapwright.core.name.Coordinates;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystemSession;

/** The dependencies that artifacts declare. */
public interface Declarations {
    /**
     * {@return the dependencies that an artifact's POM declares, as {@code groupId:artifactId} and in all scopes; empty
     * if unknown}
     *
     * @param session for resolving dependencies
     * @param project the module that depends on it
     * @param artifact the artifact
     */
    Optional<Set<String>> of(RepositorySystemSession session, MavenProject project, Coordinates artifact);
}
