package dev.heapwright.maven.project;

import dev.heapwright.core.name.Coordinates;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.RepositoryUtils;
import org.apache.maven.model.Dependency;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;

/**
 * What can be reached among the dependencies of a module by what their POMs declare: all that the graph leads to, or the
 * POMs do not tell. A declared dependency leads to the version of it that Maven has chosen, unless
 *
 * <ul>
 * <li>none was chosen: it may be excluded, or be among the chosen under the name that its POM gives it;
 * <li>the version that is asked for is another, and its POM has such a name for it;
 * <li>a POM cannot be read, or only from a repository that some other POM names.
 * </ul>
 */
final class DeclaredPaths {
    private final Declarations declarations;
    private final RepositorySystemSession session;
    private final MavenProject project;
    private final Map<ArtifactKey, Coordinates> chosen = new HashMap<>();
    private final Map<ArtifactKey, String> managed = new HashMap<>();

    DeclaredPaths(Declarations declarations, RepositorySystemSession session, MavenProject project) {
        this.declarations = declarations;
        this.session = session;
        this.project = project;
        project.getArtifacts()
                .forEach(artifact -> chosen.put(
                        ArtifactKey.of(RepositoryUtils.toArtifact(artifact)), ClasspathReader.coordinates(artifact)));
        Stream.ofNullable(project.getDependencyManagement())
                .flatMap(management -> management.getDependencies().stream())
                .map(this::artifact)
                .forEach(artifact -> managed.put(ArtifactKey.of(artifact), artifact.getVersion()));
    }

    /** {@return what can be reached from a dependency, itself included; empty if the POMs do not tell} */
    Optional<Set<Coordinates>> from(Coordinates start) {
        Set<Coordinates> reached = new HashSet<>(Set.of(start));
        Queue<Coordinates> waiting = new ArrayDeque<>(reached);
        for (Coordinates next = waiting.poll(); next != null; next = waiting.poll()) {
            Optional<List<Coordinates>> dependencies = dependencies(next);
            if (dependencies.isEmpty()) {
                return Optional.empty();
            }
            dependencies.get().stream().filter(reached::add).forEach(waiting::add);
        }
        return Optional.of(reached);
    }

    private Optional<List<Coordinates>> dependencies(Coordinates dependency) {
        Optional<List<Artifact>> declared = declared(dependency, dependency.version());
        List<Coordinates> dependencies = new ArrayList<>();
        for (Artifact each : declared.orElse(List.of())) {
            ArtifactKey key = ArtifactKey.of(each);
            Coordinates found = chosen.get(key);
            if (found == null || !isCalled(found, managed.getOrDefault(key, each.getVersion()))) {
                return Optional.empty();
            }
            dependencies.add(found);
        }
        return declared.map(all -> dependencies);
    }

    /** {@return whether a dependency that was chosen has its name in another version, too} */
    private boolean isCalled(Coordinates found, String version) {
        return version.equals(found.version()) || declared(found, version).isPresent();
    }

    private Optional<List<Artifact>> declared(Coordinates dependency, String version) {
        return declarations.of(
                session, project, new DefaultArtifact(dependency.groupId(), dependency.artifactId(), "pom", version));
    }

    private Artifact artifact(Dependency dependency) {
        return RepositoryUtils.toDependency(dependency, session.getArtifactTypeRegistry())
                .getArtifact();
    }
}
