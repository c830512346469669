package dev.heapwright.gradle;

import dev.heapwright.core.link.DependencyGraph;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.linker.artifact.JarCoordinates;
import dev.heapwright.linker.build.ResolvedClasspath;
import java.io.File;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import org.gradle.api.artifacts.Configuration;
import org.gradle.api.artifacts.ConfigurationContainer;
import org.gradle.api.artifacts.ModuleVersionIdentifier;
import org.gradle.api.artifacts.component.ComponentIdentifier;
import org.gradle.api.artifacts.result.DependencyResult;
import org.gradle.api.artifacts.result.ResolvedArtifactResult;
import org.gradle.api.artifacts.result.ResolvedComponentResult;
import org.gradle.api.artifacts.result.ResolvedDependencyResult;
import org.gradle.api.file.ConfigurableFileCollection;
import org.gradle.api.provider.MapProperty;
import org.gradle.api.provider.Property;
import org.gradle.api.tasks.Classpath;
import org.gradle.api.tasks.Input;
import org.gradle.api.tasks.Internal;

/** What a project runs with, as Gradle resolves it. */
public abstract class RuntimeClasspath {
    /** {@return the files, which a task that reads them depends on} */
    @Classpath
    public abstract ConfigurableFileCollection getFiles();

    /** {@return what each of the files is, in the order of the class path} */
    @Internal
    public abstract MapProperty<File, ComponentIdentifier> getArtifacts();

    /** {@return the project, with the graph of its dependencies} */
    @Input
    public abstract Property<ResolvedComponentResult> getRoot();

    /** {@return the files that a host provides: a web archive does not contain them} */
    @Classpath
    public abstract ConfigurableFileCollection getProvided();

    final void resolve(ConfigurationContainer configurations, String name) {
        Configuration configuration = configurations.getByName(name);
        getFiles().from(configuration);
        getProvided().from(configurations.matching(each -> each.getName().equals("providedRuntime")));
        // A configuration cache cannot store the results themselves.
        getArtifacts()
                .set(configuration
                        .getIncoming()
                        .getArtifacts()
                        .getResolvedArtifacts()
                        .map(RuntimeClasspath::identifiers));
        getRoot().set(configuration.getIncoming().getResolutionResult().getRootComponent());
    }

    private static Map<File, ComponentIdentifier> identifiers(Set<ResolvedArtifactResult> artifacts) {
        Map<File, ComponentIdentifier> identifiers = new LinkedHashMap<>();
        artifacts.forEach(each -> identifiers.put(each.getFile(), each.getId().getComponentIdentifier()));
        return identifiers;
    }

    /** {@return the project's coordinates} */
    final Coordinates project() {
        return coordinates(getRoot().get());
    }

    /** {@return all of it; a file that is not the artifact of a repository or a project is identified by {@link JarCoordinates}} */
    final ResolvedClasspath read() {
        Map<ComponentIdentifier, Coordinates> names = new HashMap<>();
        Map<Coordinates, Set<Coordinates>> edges = new HashMap<>();
        Queue<ResolvedComponentResult> waiting =
                new ArrayDeque<>(List.of(getRoot().get()));
        for (ResolvedComponentResult from = waiting.poll(); from != null; from = waiting.poll()) {
            if (names.putIfAbsent(from.getId(), coordinates(from)) == null) {
                for (DependencyResult each : from.getDependencies()) {
                    if (each instanceof ResolvedDependencyResult dependency && !each.isConstraint()) {
                        add(edges, coordinates(from), coordinates(dependency.getSelected()));
                        waiting.add(dependency.getSelected());
                    }
                }
            }
        }
        List<ResolvedClasspath.Entry> entries = new ArrayList<>();
        Map<File, ComponentIdentifier> artifacts =
                new LinkedHashMap<>(getArtifacts().get());
        artifacts.keySet().removeAll(getProvided().getFiles());
        artifacts.forEach((file, id) -> {
            Coordinates known = names.get(id);
            entries.add(new ResolvedClasspath.Entry(
                    known == null ? JarCoordinates.of(file.toPath()) : known, file.toPath()));
        });
        return new ResolvedClasspath(entries, new DependencyGraph(edges));
    }

    private static void add(Map<Coordinates, Set<Coordinates>> edges, Coordinates from, Coordinates to) {
        edges.computeIfAbsent(from, key -> new TreeSet<>()).add(to);
    }

    /** A project may have no group, and its name may contain characters that are not allowed in that of an artifact. */
    private static Coordinates coordinates(ResolvedComponentResult component) {
        ModuleVersionIdentifier id = component.getModuleVersion();
        String name = id.getName().replaceAll("[^\\w.-]", "_");
        return new Coordinates(id.getGroup().isEmpty() ? name : id.getGroup(), name, id.getVersion());
    }
}
