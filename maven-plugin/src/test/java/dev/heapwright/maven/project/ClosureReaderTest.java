package dev.heapwright.maven.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.heapwright.core.diagnostic.RefusedException;
import dev.heapwright.core.link.AllocatorClass;
import dev.heapwright.core.link.Closure;
import dev.heapwright.core.name.ClassName;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.maven.testing.ClassFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.project.MavenProject;
import org.apache.maven.repository.internal.MavenRepositorySystemUtils;
import org.eclipse.aether.graph.DefaultDependencyNode;
import org.eclipse.aether.graph.Dependency;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClosureReaderTest {
    private static final Coordinates APP = new Coordinates("com.acme", "app", "3.0");
    private static final dev.heapwright.core.link.Artifact SELF =
            new dev.heapwright.core.link.Artifact(APP, List.of(), List.of("com.acme.Main"), List.of());

    @TempDir
    private Path temporary;

    @ParameterizedTest
    @ValueSource(strings = {"compile", "runtime"})
    void whatTheModuleRunsWithIsRead(String scope) throws Exception {
        Closure closure = read(artifact("pool", "1.2", scope, poolJar()));
        assertEquals(SELF, closure.module());
        Coordinates pool = new Coordinates("com.acme", "pool", "1.2");
        assertEquals(
                List.of(new dev.heapwright.core.link.Artifact(
                        pool,
                        List.of(new AllocatorClass(ClassName.topLevel("com.acme.Pool"), 17)),
                        List.of(),
                        List.of())),
                closure.dependencies());
    }

    @ParameterizedTest
    @ValueSource(strings = {"test", "provided", "system", "import"})
    void whatItDoesNotRunWithIsNotRead(String scope) throws Exception {
        assertEquals(
                List.of(), read(artifact("torn", "1.0", scope, torn("torn"))).dependencies());
    }

    @Test
    void whatIsNotOnTheClassPathIsNotRead() throws Exception {
        Artifact archive = artifact("web", "1.0", "compile", torn("web"));
        archive.setArtifactHandler(new DefaultArtifactHandler("war"));
        Artifact unresolved = artifact("unresolved", "1.0", "compile", null);
        Artifact withoutScope = artifact("torn", "1.0", null, torn("torn"));
        assertEquals(List.of(), read(archive, unresolved, withoutScope).dependencies());
    }

    @Test
    void theTestsRunWithAllThatIsOnTheirClassPath() throws Exception {
        List<String> scopes = List.of("compile", "runtime", "provided", "system", "test");
        MavenProject project = project(scopes.stream()
                .map(scope -> artifact(scope, "1.0", scope, temporary.resolve("never-made")))
                .toArray(Artifact[]::new));
        assertEquals(
                scopes.stream().sorted().toList(),
                reader()
                        .read(MavenRepositorySystemUtils.newSession(), project, Part.TESTS, SELF)
                        .dependencies()
                        .stream()
                        .map(each -> each.coordinates().artifactId())
                        .toList());
        assertEquals(List.of(new Coordinates("com.acme", "test", "1.0")), ClosureReader.testDependencies(project));
    }

    @Test
    void aSnapshotIsCalledWhatThePomCallsIt() throws Exception {
        Artifact pool = artifact("pool", "1.2-20260102.030405-6", "compile", poolJar());
        assertEquals(
                "com.acme:pool:1.2-SNAPSHOT",
                read(pool).dependencies().get(0).coordinates().toString());
    }

    @Test
    void allThatIsWrongInAllArtifactsIsTold() throws Exception {
        Path hostile = new ClassFolder(temporary.resolve("hostile"))
                .write("META-INF/heapwright/allocator/com.acme.Absent", "contract=1\nname=com.acme.Absent\n")
                .write("META-INF/heapwright/needs-allocator/com.acme.Absent", "contract=1\n")
                .jar();
        RefusedException refused = assertThrows(
                RefusedException.class,
                () -> read(
                        artifact("torn", "1.0", "compile", torn("torn")),
                        artifact("pool", "1.2", "compile", poolJar()),
                        artifact("hostile", "1.0", "runtime", hostile)));
        assertEquals(
                List.of(
                        "com.acme:torn:1.0 cannot be read",
                        "a marker in com.acme:hostile:1.0 is not to be believed: the class is not there",
                        "a marker in com.acme:hostile:1.0 is not to be believed:"
                                + " nothing of that name is annotated @NeedsAllocator"),
                refused.diagnostics().stream()
                        .map(problem -> problem.headline())
                        .toList());
    }

    @Test
    void toBeShownAnArtifactIsThereWhateverIsWrongWithIt() throws Exception {
        MavenProject project = project(
                artifact("torn", "1.0", "compile", torn("torn")), artifact("pool", "1.2", "compile", poolJar()));
        ClosureReader.Reading reading =
                reader().readWhatCanBe(MavenRepositorySystemUtils.newSession(), project, Part.MAIN, SELF);
        assertEquals(
                List.of("com.acme:torn:1.0 cannot be read"),
                reading.problems().stream().map(problem -> problem.headline()).toList());
        assertEquals(
                List.of("com.acme:pool:1.2", "com.acme:torn:1.0"),
                reading.closure().dependencies().stream()
                        .map(each -> each.coordinates().toString())
                        .toList());
        assertEquals(
                dev.heapwright.core.link.Artifact.of(new Coordinates("com.acme", "torn", "1.0")),
                reading.closure().dependencies().get(1));
    }

    @Test
    void anArtifactOfTheClosureIsLocated() throws Exception {
        Path jar = poolJar();
        MavenProject project =
                project(artifact("io", "2.1", "compile", torn("io")), artifact("pool", "1.2", "compile", jar));
        assertEquals(jar, ClosureReader.locate(project, new Coordinates("com.acme", "pool", "1.2")));
        Coordinates absent = new Coordinates("com.acme", "absent", "1");
        assertEquals(
                "com.acme:absent:1 is not in the closure",
                assertThrows(IllegalArgumentException.class, () -> ClosureReader.locate(project, absent))
                        .getMessage());
    }

    @Test
    void theCoordinatesOfAModuleAreThoseOfItsPom() {
        assertEquals(APP, ClosureReader.coordinates(project()));
    }

    private Path poolJar() throws IOException {
        return new ClassFolder(temporary.resolve("pool"))
                .compile("com/acme/Pool.java", ClassFolder.allocator("com.acme", "public final class Pool"))
                .jar();
    }

    private Path torn(String name) throws IOException {
        return Files.writeString(temporary.resolve(name + ".jar"), "this is no jar");
    }

    private static Closure read(Artifact... dependencies) throws RefusedException {
        return reader().read(MavenRepositorySystemUtils.newSession(), project(dependencies), Part.MAIN, SELF);
    }

    /** One for modules whose dependencies depend on nothing. */
    private static ClosureReader reader() {
        return new ClosureReader(
                new DependencyGraphReader(new FixedResolution(new DefaultDependencyNode((Dependency) null))),
                (session, module, artifact) -> Optional.of(Set.of()));
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
