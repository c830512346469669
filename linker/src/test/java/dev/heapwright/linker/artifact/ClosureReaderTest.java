package dev.heapwright.linker.artifact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.heapwright.core.link.AllocatorClass;
import dev.heapwright.core.link.Artifact;
import dev.heapwright.core.link.Closure;
import dev.heapwright.core.link.DependencyGraph;
import dev.heapwright.core.name.ClassName;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.linker.build.BuildCache;
import dev.heapwright.linker.build.ResolvedClasspath;
import dev.heapwright.linker.testing.ClassFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClosureReaderTest {
    private static final Artifact SELF =
            new Artifact(new Coordinates("com.acme", "app", "3.0"), List.of(), List.of("com.acme.Main"), List.of());

    private final ClosureReader reader = new ClosureReader(BuildCache.inMemory());

    @TempDir
    private Path temporary;

    @Test
    void whatTheModuleRunsWithIsRead() throws Exception {
        Closure closure =
                reader.read(classpath(entry("pool", "1.2", poolJar())), SELF).closure();
        assertEquals(SELF, closure.module());
        assertEquals(
                List.of(new Artifact(
                        new Coordinates("com.acme", "pool", "1.2"),
                        List.of(new AllocatorClass(ClassName.topLevel("com.acme.Pool"), 17)),
                        List.of(),
                        List.of())),
                closure.dependencies());
    }

    @Test
    void allThatIsWrongInAllArtifactsIsTold() throws Exception {
        Path hostile = new ClassFolder(temporary.resolve("hostile"))
                .write("META-INF/heapwright/allocator/com.acme.Absent", "contract=1\nname=com.acme.Absent\n")
                .write("META-INF/heapwright/needs-allocator/com.acme.Absent", "contract=1\n")
                .jar();
        ResolvedClasspath classpath = classpath(
                entry("torn", "1.0", torn("torn")), entry("pool", "1.2", poolJar()), entry("hostile", "1.0", hostile));
        DiagnosticException refused = assertThrows(DiagnosticException.class, () -> reader.read(classpath, SELF));
        assertEquals(
                List.of(
                        "com.acme:torn:1.0 cannot be read",
                        "com.acme:hostile:1.0 has an invalid Heapwright marker: the class does not exist",
                        "com.acme:hostile:1.0 has an invalid Heapwright marker:"
                                + " no class, package or module of that name is annotated @NeedsAllocator"),
                refused.diagnostics().stream().map(Diagnostic::headline).toList());
    }

    @Test
    void toBeShownAnArtifactIsThereWhateverIsWrongWithIt() throws Exception {
        ClosureReader.Reading reading = reader.readLeniently(
                classpath(entry("torn", "1.0", torn("torn")), entry("pool", "1.2", poolJar())), SELF);
        assertEquals(
                List.of("com.acme:torn:1.0 cannot be read"),
                reading.problems().stream().map(Diagnostic::headline).toList());
        assertEquals(
                List.of("com.acme:pool:1.2", "com.acme:torn:1.0"),
                reading.closure().dependencies().stream()
                        .map(each -> each.coordinates().toString())
                        .toList());
        assertEquals(
                Artifact.of(new Coordinates("com.acme", "torn", "1.0")),
                reading.closure().dependencies().get(1));
        assertEquals(
                List.of(reading.closure().dependencies().get(0)),
                reading.contents().stream().map(ArtifactContents::artifact).toList());
    }

    @Test
    void anArtifactIsLocatedWhateverItsVersion() throws Exception {
        Path jar = poolJar();
        ResolvedClasspath classpath = classpath(entry("io", "2.1", torn("io")), entry("pool", "1.2", jar));
        assertEquals(Optional.of(jar), classpath.locate(new Coordinates("com.acme", "pool", "1.3")));
        assertEquals(Optional.empty(), classpath.locate(new Coordinates("com.acme", "absent", "1")));
    }

    private static ResolvedClasspath classpath(ResolvedClasspath.Entry... entries) {
        return new ResolvedClasspath(List.of(entries), new DependencyGraph(Map.of()));
    }

    private static ResolvedClasspath.Entry entry(String name, String version, Path location) {
        return new ResolvedClasspath.Entry(new Coordinates("com.acme", name, version), location);
    }

    private Path poolJar() throws IOException {
        return new ClassFolder(temporary.resolve("pool"))
                .compile("com/acme/Pool.java", ClassFolder.allocator("com.acme", "public final class Pool"))
                .jar();
    }

    private Path torn(String name) throws IOException {
        return Files.writeString(temporary.resolve(name + ".jar"), "this is no jar");
    }
}
