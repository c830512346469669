package dev.heapwright.maven;

import dev.heapwright.core.name.Coordinates;
import dev.heapwright.diagnostic.Location;
import dev.heapwright.maven.project.plugin.PomElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Exclusion;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * A dependency as a POM declares it, to be shown with one exclusion more, so that what is shown can replace it.
 *
 * @param declaration the dependency
 */
record DeclaredDependency(Dependency declaration) {

    /**
     * {@return the declaration of a dependency: that of the module's POM or the nearest parent's, as it is written there if its
     * name is written without properties; if there is none, one with the coordinates}
     *
     * @param project the module
     * @param artifact what it depends on
     */
    static DeclaredDependency of(MavenProject project, Coordinates artifact) {
        List<Dependency> declared = new ArrayList<>();
        for (@Nullable MavenProject each = project; each != null; each = each.getParent()) {
            declared.addAll(each.getOriginalModel().getDependencies());
        }
        declared.addAll(project.getDependencies());
        return declared.stream()
                .filter(each -> isOn(artifact, each))
                .findFirst()
                .map(DeclaredDependency::new)
                .orElseGet(() -> of(artifact));
    }

    /** {@return a declaration with coordinates alone} */
    static DeclaredDependency of(Coordinates artifact) {
        Dependency dependency = new Dependency();
        dependency.setGroupId(artifact.groupId());
        dependency.setArtifactId(artifact.artifactId());
        dependency.setVersion(artifact.version());
        dependency.setClassifier(artifact.classifier());
        return new DeclaredDependency(dependency);
    }

    private static boolean isOn(Coordinates artifact, Dependency dependency) {
        return artifact.groupId().equals(dependency.getGroupId())
                && artifact.artifactId().equals(dependency.getArtifactId())
                && artifact.classifier().equals(Objects.requireNonNullElse(dependency.getClassifier(), ""));
    }

    /** {@return where it begins, in the POM that declares it; unknown if no POM does} */
    Location location() {
        return PomElement.of(declaration.getLocation(""), "dependency")
                .<Location>map(PomElement::location)
                .orElseGet(Location.Unknown::new);
    }

    /**
     * {@return it with an exclusion, as XML}
     *
     * @param excluded what is excluded, whatever its version
     */
    String excluding(Coordinates excluded) {
        List<String> lines = new ArrayList<>(List.of("<dependency>"));
        add(lines, "groupId", declaration.getGroupId());
        add(lines, "artifactId", declaration.getArtifactId());
        add(lines, "version", declaration.getVersion());
        add(lines, "type", "jar".equals(declaration.getType()) ? "" : declaration.getType());
        add(lines, "classifier", declaration.getClassifier());
        add(lines, "scope", declaration.getScope());
        add(lines, "optional", declaration.getOptional());
        lines.add("  <exclusions>");
        for (Exclusion each : declaration.getExclusions()) {
            lines.add(exclusion(each.getGroupId(), each.getArtifactId()));
        }
        lines.add(exclusion(excluded.groupId(), excluded.artifactId()));
        lines.add("  </exclusions>");
        lines.add("</dependency>");
        return String.join("\n", lines);
    }

    private static String exclusion(String groupId, String artifactId) {
        return "    <exclusion><groupId>%s</groupId><artifactId>%s</artifactId></exclusion>"
                .formatted(groupId, artifactId);
    }

    private static void add(List<String> lines, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            lines.add("  <%s>%s</%s>".formatted(name, value, name));
        }
    }
}
