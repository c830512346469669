package dev.heapwright.maven.project;

import dev.heapwright.core.name.Coordinates;
import dev.heapwright.linker.build.OtherArtifacts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.RepositoryUtils;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.graph.Dependency;
import org.jspecify.annotations.Nullable;

/**
 * The dependencies that a module does not run with: of other scopes, excluded, withheld by a library that needs an allocator,
 * and managed without being declared. Each has one reason, the first of these; only what is there already is looked at.
 */
final class LeftOutDependencies implements OtherArtifacts {
    /** Nobody takes Heapwright's own BOM for a choice. */
    private static final String OWN_GROUP = "dev.heapwright";

    private final MavenProject project;
    private final RepositorySystemSession session;
    private final OtherDependencies.Descriptors descriptors;
    private final LocalArtifacts local;
    private @Nullable Map<String, Artifact> classpath;

    /**
     * Of a module.
     *
     * @param session what dependencies are resolved with
     * @param project the module, its dependencies resolved
     * @param descriptors reads POMs
     */
    LeftOutDependencies(
            RepositorySystemSession session, MavenProject project, OtherDependencies.Descriptors descriptors) {
        this.project = project;
        this.session = session;
        this.descriptors = descriptors;
        this.local = new LocalArtifacts(session);
    }

    @Override
    public List<LeftOut> leftOut(Set<Coordinates> consumers) {
        List<LeftOut> found = new ArrayList<>();
        List<Dependency> own =
                project.getDependencies().stream().map(this::dependency).toList();
        own.stream()
                .filter(each -> !isRunWith(each))
                .forEach(each -> add(found, each.getArtifact(), "scope " + each.getScope()));
        own.stream().filter(each -> !each.getExclusions().isEmpty()).forEach(each -> addExcluded(found, each));
        Set<String> names = consumers.stream()
                .filter(each -> !each.groupId().equals(OWN_GROUP))
                .map(LeftOutDependencies::name)
                .collect(Collectors.toSet());
        classpath().entrySet().stream()
                .filter(each -> names.contains(each.getKey()) && local.mayWithhold(each.getValue()))
                .forEach(each -> addWithheld(found, each.getValue()));
        ManagedDependencies.of(project).stream()
                .filter(each -> !each.getGroupId().equals(OWN_GROUP))
                .map(each -> dependency(each).getArtifact())
                .filter(each -> !isDeclared(each.getGroupId(), each.getArtifactId()))
                .forEach(each -> add(found, each, "managed only"));
        return found;
    }

    /** Only of what is declared, or of the module's own group: the POMs of hundreds of others would have to be read. */
    @Override
    public boolean mayBeAnnotated(Coordinates artifact) {
        return (artifact.groupId().equals(project.getGroupId())
                        || isDeclared(artifact.groupId(), artifact.artifactId()))
                && Stream.ofNullable(classpath().get(name(artifact))).anyMatch(local::mayHaveAllocator);
    }

    private void addExcluded(List<LeftOut> found, Dependency dependency) {
        // In the version that was chosen, whatever the one that is declared.
        @Nullable Artifact from = classpath().get(name(dependency.getArtifact()));
        if (from != null) {
            new ExcludedDependencies(classpath(), local, descriptors)
                    .of(from, dependency.getExclusions())
                    .forEach(each -> add(found, each, "excluded from " + coordinates(from)));
        }
    }

    private void addWithheld(List<LeftOut> found, Artifact from) {
        for (Dependency each : descriptors.of(from)) {
            if (isRunWith(each) && each.isOptional()) {
                add(found, each.getArtifact(), "optional in " + coordinates(from));
            } else if (each.getScope().equals("provided")) {
                add(found, each.getArtifact(), "scope provided in " + coordinates(from));
            }
        }
    }

    private void add(List<LeftOut> found, Artifact artifact, String reason) {
        // What is there has a proper version: in a POM, it may also be a range, or nonsense.
        if (!classpath().containsKey(name(artifact)) && local.mayHaveAllocator(artifact)) {
            Coordinates coordinates = coordinates(artifact);
            local.file(artifact)
                    .filter(file ->
                            found.stream().noneMatch(each -> each.coordinates().equals(coordinates)))
                    .ifPresent(file -> found.add(new LeftOut(coordinates, file, reason)));
        }
    }

    /** Found when somebody asks, as most modules are linked explicitly or are libraries. */
    private Map<String, Artifact> classpath() {
        Map<String, Artifact> known = classpath;
        if (known == null) {
            known = new LinkedHashMap<>();
            for (org.apache.maven.artifact.Artifact each : project.getArtifacts()) {
                if (SourceSet.MAIN.scopes().contains(String.valueOf(each.getScope()))) {
                    Artifact artifact = RepositoryUtils.toArtifact(each);
                    known.put(name(artifact), artifact);
                }
            }
            classpath = known;
        }
        return known;
    }

    private boolean isDeclared(String groupId, String artifactId) {
        for (org.apache.maven.model.Dependency each : project.getDependencies()) {
            if (each.getArtifactId().equals(artifactId) && each.getGroupId().equals(groupId)) {
                return true;
            }
        }
        return false;
    }

    private Dependency dependency(org.apache.maven.model.Dependency declaration) {
        return RepositoryUtils.toDependency(declaration, session.getArtifactTypeRegistry());
    }

    private static boolean isRunWith(Dependency dependency) {
        return dependency.getScope().isEmpty() || SourceSet.MAIN.scopes().contains(dependency.getScope());
    }

    /** {@return whether everyone has a dependency who depends on what declares it} */
    static boolean isPassedOn(Dependency dependency) {
        return isRunWith(dependency) && !dependency.isOptional();
    }

    /** {@return what one version of an artifact has in common with the others} */
    static String name(Artifact artifact) {
        return artifact.getGroupId() + ":" + artifact.getArtifactId() + ":" + artifact.getClassifier();
    }

    private static String name(Coordinates artifact) {
        return artifact.versionless() + ":" + artifact.classifier();
    }

    private static Coordinates coordinates(Artifact artifact) {
        return new Coordinates(
                artifact.getGroupId(), artifact.getArtifactId(), artifact.getBaseVersion(), artifact.getClassifier());
    }
}
