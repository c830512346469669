package dev.heapwright.linker.artifact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.core.link.Artifact;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.core.reach.Reach;
import dev.heapwright.core.reach.Step;
import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.diagnostic.DiagnosticRenderer;
import dev.heapwright.linker.build.ResolvedClasspath;
import dev.heapwright.linker.testing.ClassFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Multi-release jars, and the class folders that become such jars: which class a JVM loads depends on the JVM. */
class VersionedClassesTest {
    private static final Coordinates POOL = new Coordinates("com.acme", "pool", "1.2");
    private static final String MANIFEST = "META-INF/MANIFEST.MF";
    private static final String MULTI_RELEASE = "Manifest-Version: 1.0\nMulti-Release: true\n";
    private static final String VERSION = "META-INF/versions/21/";
    private static final String NEED = "META-INF/heapwright/needs-allocator/com.acme.Store";

    @TempDir
    private Path temporary;

    @Test
    void aConsumerOfNewerJavaIsAConsumer() throws Exception {
        ClassFolder folder = store();
        assertEquals(List.of("com.acme.Store"), read(folder).consumers());
        assertEquals(
                List.of("com.acme.Store"),
                ArtifactReader.read(folder.jar(), POOL).consumers());
    }

    @Test
    void whatIsNotAMultiReleaseJarHasNoVersions() throws Exception {
        Path jar = store().delete(MANIFEST).jar();
        assertEquals(List.of(), ArtifactReader.read(jar, POOL).consumers());
    }

    @Test
    void aFolderThatIsNoReleaseOfJavaIsNoVersion() throws Exception {
        ClassFolder folder = store();
        byte[] marker = folder.read(VERSION + NEED);
        Path jar = folder.delete(VERSION + NEED)
                .write("META-INF/versions/8/" + NEED, marker)
                .write("META-INF/versions/next/" + NEED, marker)
                .jar();
        assertEquals(List.of(), ArtifactReader.read(jar, POOL).consumers());
    }

    @Test
    void anAllocatorThatNewerJvmsHaveAnotherClassForIsRefused() throws Exception {
        ClassFolder folder = pool("");
        assertEquals(
                """
                [Heapwright/ShadowedClass] com.acme.Pool is another class on newer versions of Java: what was checked is not what runs
                    META-INF/versions/21/com/acme/Pool.class in com.acme:pool:1.2
                  help: have one class file of it for all versions of Java, outside META-INF/versions; what differs
                        can be a class of its own, which that one calls
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=ShadowedClass""",
                DiagnosticRenderer.render(assertThrows(DiagnosticException.class, () -> read(folder))
                        .diagnostics()
                        .get(0)));
        folder.delete(VERSION + "com/acme/Pool.class");
        assertEquals(1, read(folder).allocators().size());
    }

    @Test
    void whatANewerJvmWouldReachIsReached() throws Exception {
        ClassFolder folder = pool("static Object store = new com.acme.Store(); public static long usableSize");
        try (ProgramClasses classes = program(folder.path(), store().path())) {
            assertEquals(
                    List.of("com.acme.Pool (static initialiser)", "new com.acme.Store()"),
                    Reach.of("com.acme.Pool", classes).way().stream()
                            .map(Step::toString)
                            .toList());
        }
        try (ProgramClasses classes = program(pool("").path(), store().path())) {
            assertEquals(List.of(), Reach.of("com.acme.Pool", classes).way());
        }
    }

    @Test
    void aClassThatOnlyNewerJvmsHaveIsFound() throws Exception {
        ClassFolder folder = store();
        folder.delete("com/acme/Store.class");
        try (ProgramClasses classes = program(folder.jar())) {
            assertTrue(classes.needsAllocator("com.acme.Store"));
        }
    }

    private static ProgramClasses program(Path... locations) throws IOException {
        return new ProgramClasses(Stream.of(locations)
                .map(location -> new ResolvedClasspath.Entry(POOL, location))
                .toList());
    }

    /** A class that needs an allocator from Java 21 on. */
    private ClassFolder store() throws Exception {
        String plain = "public class Store {}";
        ClassFolder newer = new ClassFolder(temporary.resolve("newer-store"))
                .compile(
                        "com/acme/Store.java", "package com.acme; @dev.heapwright.annotations.NeedsAllocator " + plain);
        return new ClassFolder(temporary.resolve("store"))
                .compile("com/acme/Store.java", "package com.acme; " + plain)
                .write(MANIFEST, MULTI_RELEASE)
                .write(VERSION + "com/acme/Store.class", newer.read("com/acme/Store.class"))
                .write(VERSION + NEED, newer.read(NEED));
    }

    /** An allocator whose class for Java 21 has something else in the place of the last function's declaration. */
    private ClassFolder pool(String other) throws Exception {
        String allocator = ClassFolder.allocator("com.acme", "public final class Pool");
        String newer = allocator.replace("@dev.heapwright.annotations.Allocator", "");
        if (!other.isEmpty()) {
            newer = newer.replace("public static long usableSize", other);
        }
        ClassFolder versioned = new ClassFolder(temporary.resolve("newer-pool"))
                .compile(
                        Map.of("com/acme/Pool.java", newer, "com/acme/Store.java", "package com.acme; class Store {}"));
        return new ClassFolder(temporary.resolve("pool-" + other.hashCode()))
                .compile("com/acme/Pool.java", allocator)
                .write(MANIFEST, MULTI_RELEASE)
                .write(VERSION + "com/acme/Pool.class", versioned.read("com/acme/Pool.class"));
    }

    private static Artifact read(ClassFolder folder) throws Exception {
        return ArtifactReader.read(folder.path(), POOL);
    }
}
