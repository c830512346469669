package dev.heapwright.maven.project;

import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.model.Dependency;
import org.apache.maven.project.MavenProject;

/** The dependencies that a module's POM declares. */
public final class DeclaredDependencies {
    private DeclaredDependencies() {}

    /**
     * {@return those that users of the module inherit, as {@code groupId:artifactId}: of scope compile or runtime, and
     * not optional}
     *
     * @param project the module
     */
    public static Set<String> passedOn(MavenProject project) {
        return project.getDependencies().stream()
                .filter(dependency -> !dependency.isOptional())
                .filter(dependency -> dependency.getScope() == null
                        || dependency.getScope().equals(Artifact.SCOPE_COMPILE)
                        || dependency.getScope().equals(Artifact.SCOPE_RUNTIME))
                .map(DeclaredDependencies::versionless)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String versionless(Dependency dependency) {
        return dependency.getGroupId() + ":" + dependency.getArtifactId();
    }
}
