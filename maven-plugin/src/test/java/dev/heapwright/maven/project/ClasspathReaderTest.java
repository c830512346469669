package dev.heapwright.maven.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.core.name.Coordinates;
import dev.heapwright.linker.build.ResolvedClasspath;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.project.MavenProject;
import org.apache.maven.repository.internal.MavenRepositorySystemUtils;
import org.eclipse.aether.graph.DefaultDependencyNode;
import org.eclipse.aether.graph.Dependency;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClasspathReaderTest {
    private static final Path JAR = Path.of("any.jar").toAbsolutePath();

    @ParameterizedTest
    @ValueSource(strings = {"compile", "runtime"})
    void whatTheModuleRunsWithIsOnItsClassPath(String scope) {
        ResolvedClasspath classpath = read(SourceSet.MAIN, artifact("pool", "1.2", scope, JAR));
        assertEquals(
                List.of(new ResolvedClasspath.Entry(new Coordinates("com.acme", "pool", "1.2"), JAR)),
                classpath.artifacts());
    }

    @ParameterizedTest
    @ValueSource(strings = {"test", "provided", "system", "import"})
    void whatItDoesNotRunWithIsNot(String scope) {
        assertEquals(
                List.of(),
                read(SourceSet.MAIN, artifact("io", "1.0", scope, JAR)).artifacts());
    }

    @Test
    void artifactsThatMavenDoesNotAddAreNotOnIt() {
        Artifact archive = artifact("web", "1.0", "compile", JAR);
        archive.setArtifactHandler(new DefaultArtifactHandler("war"));
        Artifact unresolved = artifact("unresolved", "1.0", "compile", null);
        Artifact withoutScope = artifact("io", "1.0", null, JAR);
        assertEquals(
                List.of(),
                read(SourceSet.MAIN, archive, unresolved, withoutScope).artifacts());
    }

    @Test
    void theTestsRunWithAllScopes() {
        List<String> scopes = List.of("compile", "runtime", "provided", "system", "test");
        Artifact[] artifacts =
                scopes.stream().map(scope -> artifact(scope, "1.0", scope, JAR)).toArray(Artifact[]::new);
        assertEquals(
                scopes,
                read(SourceSet.TESTS, artifacts).artifacts().stream()
                        .map(each -> each.coordinates().artifactId())
                        .toList());
        assertEquals(
                List.of(new Coordinates("com.acme", "test", "1.0")),
                ClasspathReader.testDependencies(project(artifacts)));
    }

    @Test
    void aSnapshotHasTheVersionFromThePom() {
        Artifact pool = artifact("pool", "1.2-20260102.030405-6", "compile", JAR);
        assertEquals(
                "com.acme:pool:1.2-SNAPSHOT",
                read(SourceSet.MAIN, pool).artifacts().get(0).coordinates().toString());
    }

    @Test
    void aModularJarOfMaven4IsOnItAsTheModulePathIsRunWith() {
        Artifact modular = new DefaultArtifact(
                "com.acme", "pool", "1.2", "compile", "modular-jar", null, new DefaultArtifactHandler("modular-jar"));
        modular.setFile(JAR.toFile());
        assertEquals(
                List.of(new ResolvedClasspath.Entry(new Coordinates("com.acme", "pool", "1.2"), JAR)),
                read(SourceSet.MAIN, modular).artifacts());
    }

    @Test
    void artifactsThatDifferInTheirClassifiersAreTwo() {
        Artifact plain = artifact("pool", "1.2", "compile", JAR);
        Artifact linux =
                new DefaultArtifact("com.acme", "pool", "1.2", "compile", "jar", "linux", plain.getArtifactHandler());
        linux.setFile(JAR.toFile());
        assertEquals(
                List.of(
                        new Coordinates("com.acme", "pool", "1.2"),
                        new Coordinates("com.acme", "pool", "1.2", "linux")),
                read(SourceSet.MAIN, plain, linux).artifacts().stream()
                        .map(ResolvedClasspath.Entry::coordinates)
                        .toList());
    }

    @Test
    void theCoordinatesOfAModuleAreThoseOfItsPom() {
        assertEquals(new Coordinates("com.acme", "app", "3.0"), ClasspathReader.coordinates(project()));
    }

    private static ResolvedClasspath read(SourceSet sourceSet, Artifact... dependencies) {
        return reader().read(MavenRepositorySystemUtils.newSession(), project(dependencies), sourceSet);
    }

    /** A reader for modules whose dependencies have no dependencies. */
    private static ClasspathReader reader() {
        return new ClasspathReader(
                new DependencyGraphReader(new FixedResolution(new DefaultDependencyNode((Dependency) null))),
                (session, module, pom) -> Optional.of(List.of()));
    }

    private static MavenProject project(Artifact... dependencies) {
        MavenProject project = new MavenProject();
        project.setGroupId("com.acme");
        project.setArtifactId("app");
        project.setVersion("3.0");
        project.setArtifacts(new LinkedHashSet<>(List.of(dependencies)));
        return project;
    }

    private static Artifact artifact(String name, String version, @Nullable String scope, @Nullable Path file) {
        DefaultArtifactHandler handler = new DefaultArtifactHandler("jar");
        handler.setAddedToClasspath(true);
        Artifact artifact = new DefaultArtifact("com.acme", name, version, scope, "jar", null, handler);
        artifact.setFile(file == null ? null : file.toFile());
        return artifact;
    }
}
