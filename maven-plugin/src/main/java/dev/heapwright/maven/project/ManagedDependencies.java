package dev.heapwright.maven.project;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.DependencyManagement;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * What a module manages. Of the hundreds that a framework's BOM has, nobody expects to be linked to one, so only those count
 * that the build's own POMs write down, and those of the module's own group.
 */
final class ManagedDependencies {
    private ManagedDependencies() {}

    static List<Dependency> of(MavenProject project) {
        Set<String> written = new HashSet<>();
        for (MavenProject each = project; each != null; each = parentInBuild(each)) {
            managed(each.getOriginalModel().getDependencyManagement())
                    .map(Dependency::getArtifactId)
                    .forEach(written::add);
        }
        return managed(project.getDependencyManagement())
                .filter(each ->
                        each.getGroupId().equals(project.getGroupId()) || written.contains(each.getArtifactId()))
                .toList();
    }

    private static Stream<Dependency> managed(@Nullable DependencyManagement management) {
        return management == null ? Stream.empty() : management.getDependencies().stream();
    }

    /** One from a repository has no file here. */
    private static @Nullable MavenProject parentInBuild(MavenProject project) {
        return project.getParentFile() == null ? null : project.getParent();
    }
}
