package dev.heapwright.maven.project;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.repository.WorkspaceReader;
import org.eclipse.aether.repository.WorkspaceRepository;
import org.jspecify.annotations.Nullable;

/**
 * Finds the other modules of a build in their class folders if Maven does not, which looks there only if they are
 * compiled in the same build: a goal that only inspects them needs no jars.
 */
public final class ClassFolders implements WorkspaceReader {
    private final WorkspaceReader maven;
    private final List<MavenProject> modules;

    /**
     * Finds what Maven finds, and the modules of a build.
     *
     * @param maven Maven's reader
     * @param modules of the build
     */
    ClassFolders(WorkspaceReader maven, List<MavenProject> modules) {
        this.maven = maven;
        this.modules = modules;
    }

    /**
     * {@return a session for resolving dependencies that also finds the modules of the build in their class folders}
     *
     * @param build with all its modules
     */
    public static RepositorySystemSession of(MavenSession build) {
        RepositorySystemSession session = build.getRepositorySession();
        @Nullable WorkspaceReader maven = session.getWorkspaceReader();
        if (maven == null) {
            return session;
        }
        DefaultRepositorySystemSession wider = new DefaultRepositorySystemSession(session);
        wider.setWorkspaceReader(new ClassFolders(maven, build.getProjects()));
        return wider;
    }

    /**
     * {@return the modules that another depends on whose classes have not been compiled yet}
     *
     * @param build with all its modules
     * @param module whose dependencies were resolved
     */
    public static List<MavenProject> missing(MavenSession build, MavenProject module) {
        List<Path> locations = ClasspathReader.locations(module, SourceSet.MAIN);
        return build.getProjects().stream()
                .filter(each -> locations.contains(SourceSet.MAIN.classes(each)))
                .filter(each -> !Files.isDirectory(SourceSet.MAIN.classes(each))
                        && SourceSet.MAIN.sourceRoots(each).stream().anyMatch(Files::isDirectory))
                .toList();
    }

    @Override
    public WorkspaceRepository getRepository() {
        return maven.getRepository();
    }

    @Override
    public @Nullable File findArtifact(Artifact artifact) {
        @Nullable File found = maven.findArtifact(artifact);
        if (found != null || !artifact.getExtension().equals("jar")) {
            return found;
        }
        return modules.stream()
                .filter(each -> each.getGroupId().equals(artifact.getGroupId())
                        && each.getArtifactId().equals(artifact.getArtifactId())
                        && each.getVersion().equals(artifact.getBaseVersion()))
                .findFirst()
                .flatMap(module -> sourceSet(artifact).map(sourceSet -> sourceSet.classes(module)))
                .map(Path::toFile)
                .orElse(null);
    }

    /** {@return the source set of a module that an artifact contains, if its class folder has the same contents} */
    private static Optional<SourceSet> sourceSet(Artifact artifact) {
        return switch (artifact.getClassifier()) {
            case "" -> Optional.of(SourceSet.MAIN);
            case "tests" -> Optional.of(SourceSet.TESTS);
            default -> Optional.empty();
        };
    }

    @Override
    public List<String> findVersions(Artifact artifact) {
        return maven.findVersions(artifact);
    }
}
