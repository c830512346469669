package dev.heapwright.maven.project;

import java.util.List;
import java.util.Optional;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;

/** The dependencies that artifacts declare. */
public interface Declarations {
    /**
     * {@return what a POM declares for everyone who depends on one of its artifacts; empty if that is not known, or the
     * POM says that they are called something else}
     *
     * @param session for resolving dependencies
     * @param project the module that depends on it
     * @param pom the POM's coordinates; its version may be a range, of which nothing is known
     */
    Optional<List<Artifact>> of(RepositorySystemSession session, MavenProject project, Artifact pom);
}
