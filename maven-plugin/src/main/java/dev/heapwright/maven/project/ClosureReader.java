package dev.heapwright.maven.project;

import dev.heapwright.core.diagnostic.Diagnostic;
import dev.heapwright.core.diagnostic.RefusedException;
import dev.heapwright.core.link.Artifact;
import dev.heapwright.core.link.Closure;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.maven.artifact.ReadArtifacts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.inject.Inject;
import javax.inject.Named;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystemSession;

/** Reads the artifacts that a part of a module will run with, direct and transitive. */
@Named
public final class ClosureReader {
    private final DependencyGraphReader graphs;
    private final Declarations declarations;

    /**
     * For the container.
     *
     * @param graphs tells who depends on whom
     * @param declarations what POMs say of that
     */
    @Inject
    public ClosureReader(DependencyGraphReader graphs, PomDeclarations declarations) {
        this(graphs, (Declarations) declarations);
    }

    ClosureReader(DependencyGraphReader graphs, Declarations declarations) {
        this.graphs = graphs;
        this.declarations = declarations;
    }

    /**
     * What could be read.
     *
     * @param closure in which nothing is known of an artifact that cannot be read, or says what is not so
     * @param problems all that is wrong in all of these artifacts
     */
    public record Reading(Closure closure, List<Diagnostic> problems) {}

    /**
     * Reads them.
     *
     * @param session what dependencies are resolved with
     * @param project the module, the dependencies of the part resolved
     * @param part what runs with them
     * @param module what is known of the module's own classes
     * @return the closure
     * @throws RefusedException if artifacts cannot be read or say what is not so; with all that is wrong in all of them
     */
    public Closure read(RepositorySystemSession session, MavenProject project, Part part, Artifact module)
            throws RefusedException {
        Reading reading = readWhatCanBe(session, project, part, module);
        if (!reading.problems().isEmpty()) {
            throw new RefusedException(reading.problems());
        }
        return reading.closure();
    }

    /**
     * Reads them to show them, whatever is wrong with them.
     *
     * @param session what dependencies are resolved with
     * @param project the module, the dependencies of the part resolved
     * @param part what runs with them
     * @param module what is known of the module's own classes
     * @return what could be read
     */
    public Reading readWhatCanBe(RepositorySystemSession session, MavenProject project, Part part, Artifact module) {
        ReadArtifacts artifacts = ReadArtifacts.of(session.getData());
        List<Artifact> dependencies = new ArrayList<>();
        List<Diagnostic> problems = new ArrayList<>();
        for (org.apache.maven.artifact.Artifact dependency : artifacts(project, part)) {
            try {
                dependencies.add(artifacts.read(dependency.getFile().toPath(), coordinates(dependency)));
            } catch (RefusedException e) {
                problems.addAll(e.diagnostics());
                dependencies.add(Artifact.of(coordinates(dependency)));
            }
        }
        return new Reading(
                new Closure(module, dependencies, new ResolvedDependencies(graphs, declarations, session, project)),
                List.copyOf(problems));
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
        return Stream.concat(Stream.of(Part.MAIN.classes(project)), locations(project, Part.MAIN).stream())
                .toList();
    }

    /**
     * {@return where the dependencies are that a part of a module runs with}
     *
     * @param project the module, the dependencies of the part resolved
     * @param part what runs with them
     */
    public static List<Path> locations(MavenProject project, Part part) {
        return artifacts(project, part).stream()
                .map(artifact -> artifact.getFile().toPath())
                .toList();
    }

    /** {@return the coordinates of all of a module's dependencies, whatever their scope} */
    static List<Coordinates> dependencies(MavenProject project) {
        return project.getArtifacts().stream().map(ClosureReader::coordinates).toList();
    }

    /**
     * {@return the coordinates of the dependencies that only the tests have}
     *
     * @param project the module, its test dependencies resolved
     */
    public static List<Coordinates> testDependencies(MavenProject project) {
        return artifacts(project, Part.TESTS).stream()
                .filter(artifact -> org.apache.maven.artifact.Artifact.SCOPE_TEST.equals(artifact.getScope()))
                .map(ClosureReader::coordinates)
                .toList();
    }

    /**
     * {@return where an artifact of the closure is: its jar or class folder}
     *
     * @param project the module, its dependencies resolved
     * @param artifact one of those that {@link #read} has found, or the module
     */
    public static Path locate(MavenProject project, Coordinates artifact) {
        if (artifact.equals(coordinates(project))) {
            return Part.MAIN.classes(project);
        }
        return project.getArtifacts().stream()
                .filter(each -> each.getGroupId().equals(artifact.groupId())
                        && each.getArtifactId().equals(artifact.artifactId())
                        && each.getFile() != null)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(artifact + " is not in the closure"))
                .getFile()
                .toPath();
    }

    private static List<org.apache.maven.artifact.Artifact> artifacts(MavenProject project, Part part) {
        return project.getArtifacts().stream()
                .filter(artifact -> artifact.getFile() != null)
                .filter(artifact -> part.scopes().contains(String.valueOf(artifact.getScope())))
                .filter(artifact -> artifact.getArtifactHandler().isAddedToClasspath())
                .toList();
    }

    private static Coordinates coordinates(org.apache.maven.artifact.Artifact artifact) {
        return new Coordinates(artifact.getGroupId(), artifact.getArtifactId(), artifact.getBaseVersion());
    }
}
