package dev.heapwright.maven.project;

import dev.heapwright.core.diagnostic.Diagnostic;
import dev.heapwright.core.diagnostic.RefusedException;
import dev.heapwright.core.link.Artifact;
import dev.heapwright.core.link.Closure;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.maven.artifact.ArtifactReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.maven.project.MavenProject;

/** Reads the artifacts that a module will run with: those of scope compile and runtime, direct and transitive. */
public final class ClosureReader {
    private static final Set<String> SCOPES =
            Set.of(org.apache.maven.artifact.Artifact.SCOPE_COMPILE, org.apache.maven.artifact.Artifact.SCOPE_RUNTIME);

    private ClosureReader() {}

    /**
     * Reads them.
     *
     * @param project the module, its runtime dependencies resolved
     * @param module what is known of the module's own classes
     * @return the closure
     * @throws RefusedException if artifacts cannot be read or say what is not so; with all that is wrong in all of them
     */
    public static Closure read(MavenProject project, Artifact module) throws RefusedException {
        List<Artifact> dependencies = new ArrayList<>();
        List<Diagnostic> problems = new ArrayList<>();
        for (org.apache.maven.artifact.Artifact dependency : runtimeArtifacts(project)) {
            try {
                dependencies.add(
                        ArtifactReader.read(dependency.getFile().toPath(), path(dependency, module.coordinates())));
            } catch (RefusedException e) {
                problems.addAll(e.diagnostics());
            }
        }
        if (!problems.isEmpty()) {
            throw new RefusedException(problems);
        }
        return new Closure(module, dependencies);
    }

    /**
     * {@return the coordinates of a module}
     *
     * @param project the module
     */
    public static Coordinates coordinates(MavenProject project) {
        return new Coordinates(project.getGroupId(), project.getArtifactId(), project.getVersion());
    }

    /**
     * {@return where the classes are that a module runs with: its own first, then its dependencies'}
     *
     * @param project the module, its runtime dependencies resolved
     */
    public static List<Path> classPath(MavenProject project) {
        List<Path> locations =
                new ArrayList<>(List.of(Path.of(project.getBuild().getOutputDirectory())));
        runtimeArtifacts(project)
                .forEach(artifact -> locations.add(artifact.getFile().toPath()));
        return locations;
    }

    private static List<org.apache.maven.artifact.Artifact> runtimeArtifacts(MavenProject project) {
        return project.getArtifacts().stream()
                .filter(artifact -> artifact.getFile() != null)
                .filter(artifact -> SCOPES.contains(String.valueOf(artifact.getScope())))
                .filter(artifact -> artifact.getArtifactHandler().isAddedToClasspath())
                .toList();
    }

    /**
     * {@return where an artifact of the closure is: its jar or class folder}
     *
     * @param project the module, its runtime dependencies resolved
     * @param artifact one of those that {@link #read} has found
     */
    public static Path locate(MavenProject project, Coordinates artifact) {
        return project.getArtifacts().stream()
                .filter(each -> each.getGroupId().equals(artifact.groupId())
                        && each.getArtifactId().equals(artifact.artifactId())
                        && each.getFile() != null)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(artifact + " is not in the closure"))
                .getFile()
                .toPath();
    }

    private static List<Coordinates> path(org.apache.maven.artifact.Artifact artifact, Coordinates module) {
        List<Coordinates> path = new ArrayList<>(List.of(module));
        List<String> trail = artifact.getDependencyTrail();
        if (trail != null && trail.size() > 2) {
            // The first is the module, the last the artifact itself.
            trail.subList(1, trail.size() - 1).forEach(each -> path.add(parse(each)));
        }
        path.add(new Coordinates(artifact.getGroupId(), artifact.getArtifactId(), artifact.getBaseVersion()));
        return path;
    }

    /** Maven writes {@code group:artifact:type[:classifier]:version}. */
    private static Coordinates parse(String id) {
        String[] parts = id.split(":", -1);
        return new Coordinates(parts[0], parts[1], parts[parts.length - 1]);
    }
}
