package dev.heapwright.linker.packaged;

import static dev.heapwright.linker.packaged.Jars.IO;
import static dev.heapwright.linker.packaged.Jars.TO_POOL;
import static dev.heapwright.linker.packaged.Jars.TO_SLABS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.linker.artifact.ArtifactFiles;
import dev.heapwright.linker.testing.ClassFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives that contain the dependencies of the module as jars. */
class NestedJarsTest {
    private static final String MORE = "  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=BrokenPackage";

    @TempDir
    private Path temporary;

    private Jars jars;

    @BeforeEach
    void prepare() {
        jars = new Jars(temporary);
    }

    @Test
    void aSpringBootJarWithOneBindingIsAccepted() throws Exception {
        assertEquals("", jars.problems(TO_POOL, springBoot()));
    }

    @Test
    void aWebArchiveWithOneBindingIsAccepted() throws Exception {
        assertEquals("", jars.problems(TO_POOL, webArchive()));
    }

    /** As maven-war-plugin packages it with archiveClasses. */
    @Test
    void aWebArchiveMayHaveItsOwnClassesInAJar() throws Exception {
        ClassFolder archive =
                libraries("WEB-INF/lib/").write("WEB-INF/lib/app-3.0.jar", Jars.packed(jars.bound(TO_POOL)));
        assertEquals("", jars.problems(TO_POOL, archive));
    }

    @Test
    void theSameGlueInTwoPlacesCountsOnce() throws Exception {
        ClassFolder archive = webArchive().write("WEB-INF/lib/app-3.0.jar", Jars.packed(jars.bound(TO_POOL)));
        assertEquals("", jars.problems(TO_POOL, archive));
    }

    @Test
    void aSecondBindingInAJarIsOneTooMany() throws Exception {
        ClassFolder io = jars.glued(jars.folder("io"), IO, TO_SLABS);
        String expected = """
                [Heapwright/BrokenPackage] %1$s.jar contains 2 bindings of its heap; only one is allowed
                    at %1$s.jar
                    com.acme.app.heapwright.HeapwrightBinding in %2$s-INF/classes/
                    com.acme.io.heapwright.HeapwrightBinding in %2$s-INF/lib/io-2.1.jar
                  help: keep one: remove the artifacts that the others come from, or build those as libraries,
                        without glue
                """ + MORE;
        assertEquals(
                expected.formatted("boot", "BOOT"),
                jars.problems(TO_POOL, springBoot().write("BOOT-INF/lib/io-2.1.jar", Jars.packed(io))));
        assertEquals(
                expected.formatted("web", "WEB"),
                jars.problems(TO_POOL, webArchive().write("WEB-INF/lib/io-2.1.jar", Jars.packed(io))));
    }

    @Test
    void aMissingJarOfTheAllocatorIsReported() throws Exception {
        assertEquals("""
                [Heapwright/BrokenPackage] boot.jar is missing a class that its glue needs
                    at boot.jar
                    required: com/acme/pool/Pool.class, for com.acme.app.heapwright.HeapwrightBinding in BOOT-INF/classes/
                    found:    no such file
                  help: package it too, under the name that the glue uses; it is in com.acme:pool:1.2
                """ + MORE, jars.problems(TO_POOL, springBoot().delete("BOOT-INF/lib/pool-1.2.jar")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"heap-1.0.jar", "pool-1.2.jar"})
    void aNestedJarInWhichNewerJvmsLoadAnotherClassOfTheBindingIsRefused(String jar) throws Exception {
        String changed = jar.startsWith("heap") ? "dev/heapwright/heap/Heap.class" : "com/acme/pool/Pool.class";
        ClassFolder part = jar.startsWith("heap") ? Jars.heap(jars.folder("newer")) : Jars.pool(jars.folder("newer"));
        part.write("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nMulti-Release: true\n")
                .write("META-INF/versions/21/" + changed, part.read(changed));
        assertEquals(
                """
                [Heapwright/ShadowedClass] boot.jar has other classes of its binding for newer versions of Java: what was checked is not what runs
                    at boot.jar
                    META-INF/versions/21/%s in BOOT-INF/lib/%s
                  help: package one class file of each for all versions of Java, outside META-INF/versions
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=ShadowedClass""".formatted(changed, jar),
                jars.problems(TO_POOL, springBoot().write("BOOT-INF/lib/" + jar, Jars.packed(part))));
    }

    @Test
    void aClassOfTheBindingThatDiffersInTwoJarsIsRefused() throws Exception {
        ClassFolder other = jars.folder("other").write("com/acme/pool/Pool.class", "another");
        assertEquals("""
                [Heapwright/ShadowedClass] boot.jar has classes of its binding twice, and they differ: their order decides which runs
                    at boot.jar
                    com/acme/pool/Pool.class in BOOT-INF/lib/a.jar
                    com/acme/pool/Pool.class in BOOT-INF/lib/pool-1.2.jar
                  help: keep one: exclude the artifact that the other comes from
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=ShadowedClass""", jars.problems(TO_POOL, springBoot().write("BOOT-INF/lib/a.jar", Jars.packed(other))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Heap", "checked/CheckedBinding", "observed/ObservedBinding"})
    void soIsOneOfTheHeapAlsoWhereOnlyAnExecutableWebArchiveHasIt(String type) throws Exception {
        String file = "dev/heapwright/heap/" + type + ".class";
        ClassFolder other = jars.folder("other").write(file, "another");
        assertEquals(
                List.of(
                        "    " + file + " in WEB-INF/lib-provided/a.jar",
                        "    " + file + " in WEB-INF/lib/heap-1.0.jar"),
                jars.problems(TO_POOL, webArchive().write("WEB-INF/lib-provided/a.jar", Jars.packed(other)))
                        .lines()
                        .skip(2)
                        .limit(2)
                        .toList());
    }

    @Test
    void copiesThatAreEqualDoNoHarm() throws Exception {
        ClassFolder copy = Jars.withDependencies(jars.folder("copy"));
        assertEquals("", jars.problems(TO_POOL, springBoot().write("BOOT-INF/lib/a.jar", Jars.packed(copy))));
    }

    @Test
    void aMissingServiceFileIsReported() throws Exception {
        ClassFolder archive = webArchive().delete("WEB-INF/classes/META-INF/services/dev.heapwright.heap.Binding");
        assertEquals("""
                [Heapwright/BrokenPackage] web.jar does not register its glue as the only binding
                    at web.jar
                    required: META-INF/services/dev.heapwright.heap.Binding lists com.acme.app.heapwright.HeapwrightBinding
                    found:    no such file
                  help: package all that bind generates, including META-INF/services, and no other such file
                """ + MORE, jars.problems(TO_POOL, archive));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "lib/", "META-INF/lib/"})
    void otherProgramsThatCarryJarsAreReadLikewise(String folder) throws Exception {
        ClassFolder archive = libraries(folder).write(folder + "app-3.0.jar", Jars.packed(jars.bound(TO_POOL)));
        assertEquals("", jars.problems(TO_POOL, archive));
    }

    @Test
    void onlyJarsOnTheClassPathOfAnOsgiBundleCount() throws Exception {
        ClassFolder bundle = jars.folder("bundle")
                .write("META-INF/MANIFEST.MF", "Bundle-ClassPath: .,inside/app.jar;version=\"3\", inside/none.jar\n")
                .write("inside/app.jar", Jars.packed(jars.merged(TO_POOL)));
        assertEquals("", jars.problems(TO_POOL, bundle));
    }

    @Test
    void jarsElsewhereAreNotOnTheClassPath() throws Exception {
        ClassFolder io = jars.glued(jars.folder("io"), IO, TO_SLABS);
        ClassFolder program = jars.merged(TO_POOL).write("com/acme/app/agents/io.jar", Jars.packed(io));
        assertEquals("", jars.problems(TO_POOL, program));
    }

    /** {@return the result of repackage: it leaves META-INF where it is, except for the services} */
    private ClassFolder springBoot() throws IOException {
        return moved(libraries("BOOT-INF/lib/"), "boot", "BOOT-INF/classes/", "META-INF/heapwright/");
    }

    private ClassFolder webArchive() throws IOException {
        return moved(libraries("WEB-INF/lib/"), "web", "WEB-INF/classes/", "nothing stays");
    }

    private ClassFolder libraries(String folder) throws IOException {
        byte[] heap = Jars.packed(Jars.heap(jars.folder("heap")));
        byte[] pool = Jars.packed(Jars.pool(jars.folder("pool")));
        return jars.folder("libraries").write(folder + "heap-1.0.jar", heap).write(folder + "pool-1.2.jar", pool);
    }

    private ClassFolder moved(ClassFolder libraries, String name, String to, String staying) throws IOException {
        ClassFolder bound = jars.bound(TO_POOL);
        ClassFolder archive = jars.folder(name);
        copy(libraries, archive, "", "nothing stays");
        copy(bound, archive, to, staying);
        return archive;
    }

    private static void copy(ClassFolder from, ClassFolder archive, String to, String staying) throws IOException {
        try (ArtifactFiles files = ArtifactFiles.open(from.path())) {
            for (String file : files.below("")) {
                archive.write(file.startsWith(staying) ? file : to + file, from.read(file));
            }
        }
    }
}
