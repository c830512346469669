package dev.heapwright.maven.project;

import dev.heapwright.core.name.Coordinates;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystemSession;

/** What dependencies declare that they depend on themselves. */
public interface Declarations {
    /**
     * {@return what an artifact's POM declares, as {@code groupId:artifactId} and in all scopes; empty if nobody knows}
     *
     * @param session what dependencies are resolved with
     * @param project the module that depends on it
     * @param artifact the artifact
     */
    Optional<Set<String>> of(RepositorySystemSession session, MavenProject project, Coordinates artifact);
}
