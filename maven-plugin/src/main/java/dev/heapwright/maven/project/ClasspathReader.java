package dev.heapwright.maven.project;

import dev.heapwright.core.name.Coordinates;
import dev.heapwright.linker.build.ResolvedClasspath;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.inject.Inject;
import javax.inject.Named;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystemSession;

/** Reads the artifacts that a source set of a module will run with, direct and transitive. */
@Named
public final class ClasspathReader {
    /** The type of what Maven 4 puts on the module path only; of its other types, {@code isAddedToClasspath} tells. */
    private static final String MODULAR_JAR = "modular-jar";

    private final DependencyGraphReader graphs;
    private final Declarations declarations;

    /**
     * Called by the container.
     *
     * @param graphs reads which artifacts depend on which
     * @param declarations the dependencies declared in POMs
     */
    @Inject
    public ClasspathReader(DependencyGraphReader graphs, PomDeclarations declarations) {
        this(graphs, (Declarations) declarations);
    }

    ClasspathReader(DependencyGraphReader graphs, Declarations declarations) {
        this.graphs = graphs;
        this.declarations = declarations;
    }

    /**
     * {@return the class path that a source set of a module runs with}
     *
     * @param session for resolving dependencies
     * @param project the module, the dependencies of the source set resolved
     * @param sourceSet the source set that runs with them
     */
    public ResolvedClasspath read(RepositorySystemSession session, MavenProject project, SourceSet sourceSet) {
        return new ResolvedClasspath(
                artifacts(project, sourceSet).stream()
                        .map(artifact -> new ResolvedClasspath.Entry(
                                coordinates(artifact), artifact.getFile().toPath()))
                        .toList(),
                new ResolvedDependencies(graphs, declarations, session, project));
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
     * {@return the locations of the dependencies that a source set of a module runs with}
     *
     * @param project the module, the dependencies of the source set resolved
     * @param sourceSet the source set that runs with them
     */
    public static List<Path> locations(MavenProject project, SourceSet sourceSet) {
        return artifacts(project, sourceSet).stream()
                .map(artifact -> artifact.getFile().toPath())
                .toList();
    }

    /**
     * {@return the coordinates of the dependencies that only the tests have}
     *
     * @param project the module, its test dependencies resolved
     */
    public static List<Coordinates> testDependencies(MavenProject project) {
        return artifacts(project, SourceSet.TESTS).stream()
                .filter(artifact -> Artifact.SCOPE_TEST.equals(artifact.getScope()))
                .map(ClasspathReader::coordinates)
                .toList();
    }

    private static List<Artifact> artifacts(MavenProject project, SourceSet sourceSet) {
        return project.getArtifacts().stream()
                .filter(artifact -> artifact.getFile() != null)
                .filter(artifact -> sourceSet.scopes().contains(String.valueOf(artifact.getScope())))
                .filter(artifact -> artifact.getArtifactHandler().isAddedToClasspath()
                        || artifact.getType().equals(MODULAR_JAR))
                .toList();
    }

    /** {@return the coordinates of an artifact that was chosen} */
    static Coordinates coordinates(Artifact artifact) {
        return new Coordinates(
                artifact.getGroupId(),
                artifact.getArtifactId(),
                artifact.getBaseVersion(),
                Objects.requireNonNullElse(artifact.getClassifier(), ""));
    }
}
