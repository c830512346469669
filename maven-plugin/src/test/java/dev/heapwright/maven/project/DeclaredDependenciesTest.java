package dev.heapwright.maven.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.apache.maven.model.Dependency;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeclaredDependenciesTest {

    @Test
    void usersOfAModuleInheritCompileAndRuntimeDependenciesUnlessOptional() {
        MavenProject module = new MavenProject();
        module.getDependencies().add(dependency("unscoped", null));
        module.getDependencies().add(dependency("compile", "compile"));
        module.getDependencies().add(dependency("runtime", "runtime"));
        module.getDependencies().add(dependency("test", "test"));
        module.getDependencies().add(dependency("provided", "provided"));
        module.getDependencies().add(dependency("system", "system"));
        Dependency optional = dependency("optional", "compile");
        optional.setOptional(true);
        module.getDependencies().add(optional);

        assertEquals(
                Set.of("com.acme:unscoped", "com.acme:compile", "com.acme:runtime"),
                DeclaredDependencies.passedOn(module));
    }

    private static Dependency dependency(String artifactId, @Nullable String scope) {
        Dependency dependency = new Dependency();
        dependency.setGroupId("com.acme");
        dependency.setArtifactId(artifactId);
        dependency.setScope(scope);
        return dependency;
    }
}
