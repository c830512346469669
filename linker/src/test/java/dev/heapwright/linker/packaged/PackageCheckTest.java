package dev.heapwright.linker.packaged;

import static dev.heapwright.linker.packaged.Jars.ADOPTED;
import static dev.heapwright.linker.packaged.Jars.APP;
import static dev.heapwright.linker.packaged.Jars.GLUE;
import static dev.heapwright.linker.packaged.Jars.GLUE_CLASS;
import static dev.heapwright.linker.packaged.Jars.HEAP;
import static dev.heapwright.linker.packaged.Jars.NOTHING;
import static dev.heapwright.linker.packaged.Jars.POOL_MARKER;
import static dev.heapwright.linker.packaged.Jars.TO_POOL;
import static dev.heapwright.linker.packaged.Jars.TO_SLABS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.core.link.Decision;
import dev.heapwright.core.link.PlainDialect;
import dev.heapwright.core.marker.Marker;
import dev.heapwright.core.name.ClassName;
import dev.heapwright.linker.glue.Glue;
import dev.heapwright.linker.testing.ClassFolder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Jars that contain only their module. */
class PackageCheckTest {
    private static final String MORE = "  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=BrokenPackage";

    @TempDir
    private Path temporary;

    private Jars jars;

    @BeforeEach
    void prepare() {
        jars = new Jars(temporary);
    }

    @Test
    void aJarWithOneBindingIsAccepted() throws Exception {
        assertEquals("", jars.problems(TO_POOL, jars.bound(TO_POOL)));
    }

    @Test
    void aJarInWhichNewerJvmsLoadOtherGlueIsRefused() throws Exception {
        ClassFolder folder = jars.bound(TO_POOL)
                .write("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nMulti-Release: true\n")
                .write("META-INF/versions/17/com/acme/other/Binding.class", "unrelated");
        assertEquals("", jars.problems(TO_POOL, folder));
        folder.write("META-INF/versions/17/" + GLUE_CLASS, "other");
        assertEquals("""
                [Heapwright/ShadowedClass] app-3.0.jar has other classes of its binding for newer versions of Java: what was checked is not what runs
                    at app-3.0.jar
                    META-INF/versions/17/com/acme/app/heapwright/HeapwrightBinding.class
                  help: package one class file of each for all versions of Java, outside META-INF/versions
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=ShadowedClass""", jars.problems(TO_POOL, folder));
    }

    @Test
    void inAMergedJarTheHeapAndTheAllocatorAreTheOnesThatWereChecked() throws Exception {
        for (String file : List.of(HEAP + "Heap.class", "com/acme/pool/Pool.class")) {
            ClassFolder folder = jars.merged(TO_POOL)
                    .write("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nMulti-Release: true\n")
                    .write("META-INF/versions/21/" + file, "other");
            assertEquals(
                    "    META-INF/versions/21/" + file,
                    jars.problems(TO_POOL, folder).lines().skip(2).findFirst().orElse(""));
        }
    }

    @Test
    void aJarWithoutABindingIsAcceptedIfThereIsNothingToLink() throws Exception {
        assertEquals("", jars.problems(NOTHING, jars.app()));
    }

    @Test
    void anAdoptedBindingComesWithItsDependency() throws Exception {
        assertEquals("", jars.problems(ADOPTED, jars.app()));
    }

    @Test
    void aModuleWithoutAJarIsAccepted() {
        assertEquals("", jars.problems(TO_POOL));
    }

    @Test
    void missingGlueIsReported() throws Exception {
        String expected = """
                [Heapwright/BrokenPackage] app-3.0.jar does not contain the generated binding to com.acme.pool.Pool
                    at app-3.0.jar
                    required: the glue class com.acme.app.heapwright.HeapwrightBinding
                    found:    none
                  help: run bind in the same clean build, and package all that it generates
                """ + MORE;
        assertEquals(expected, jars.problems(TO_POOL, jars.app()));
        assertEquals(expected, jars.problems(TO_POOL, jars.bound(TO_POOL).delete(GLUE_CLASS)));
    }

    @Test
    void anAllocatorOtherThanTheOneDecidedOnIsNamed() throws Exception {
        assertEquals("""
                [Heapwright/BrokenPackage] app-3.0.jar binds the heap of com.acme:app to the wrong allocator
                    at app-3.0.jar
                    required: com.acme.pool.Pool
                    found:    com.acme.pool.Slabs, by com.acme.app.heapwright.HeapwrightBinding
                  help: run bind in the same clean build, and package all that it generates
                """ + MORE, jars.problems(TO_POOL, jars.bound(TO_SLABS)));
    }

    @Test
    void anAllocatorOfTheModuleThatBindHasNotSeenIsNotAttributedToADependency() throws Exception {
        Decision.Link toItsOwn = new Decision.Link(TO_POOL.allocator(), APP, "linked explicitly");
        assertEquals("""
                [Heapwright/BrokenPackage] app-3.0.jar binds the heap of com.acme:app to the wrong allocator
                    at app-3.0.jar
                    required: com.acme.pool.Pool
                    found:    com.acme.pool.Slabs, by com.acme.app.heapwright.HeapwrightBinding
                  help: bind did not see that allocator in the module's sources: they are not in Java, or the plugin
                        that adds or generates them ran later. Run it before bind, by its phase or its place in the
                        build, or move the allocator to a separate module, and depend on that
                """ + MORE, jars.problems(toItsOwn, Jars.pool(jars.bound(TO_SLABS))));
    }

    @Test
    void aModulesOwnAllocatorMustBeInItsJar() throws Exception {
        Decision.Link toItsOwn = new Decision.Link(TO_POOL.allocator(), APP, "linked explicitly");
        assertEquals("", jars.problems(toItsOwn, Jars.pool(jars.bound(toItsOwn))));
        assertEquals("""
                [Heapwright/BrokenPackage] app-3.0.jar is missing a class that its glue needs
                    at app-3.0.jar
                    required: com/acme/pool/Pool.class, for com.acme.app.heapwright.HeapwrightBinding
                    found:    no such file
                  help: package it too, under the name that the glue uses; it is in com.acme:app:3.0
                """ + MORE, jars.problems(toItsOwn, jars.bound(toItsOwn)));
    }

    @Test
    void unexpectedGlueIsReported() throws Exception {
        assertEquals("""
                [Heapwright/BrokenPackage] app-3.0.jar contains a binding, but com.acme:app must not have one
                    at app-3.0.jar
                    com.acme.app.heapwright.HeapwrightBinding
                    META-INF/services/dev.heapwright.heap.Binding lists com.acme.app.heapwright.HeapwrightBinding
                    META-INF/heapwright/binding/com.acme.pool.Pool
                  help: run a clean build, and package only the glue that bind generates
                """ + MORE, jars.problems(NOTHING, jars.bound(TO_POOL)));
        assertEquals("""
                [Heapwright/BrokenPackage] app-3.0.jar contains a binding, but com.acme:app must not have one
                    at app-3.0.jar
                    com.acme.app.heapwright.HeapwrightBinding
                  help: run a clean build, and package only the glue that bind generates
                """ + MORE, jars.problems(ADOPTED, jars.bound(TO_POOL)));
    }

    @Test
    void aRegisteredClassThatIsNotGlueIsReported() throws Exception {
        assertEquals("""
                [Heapwright/BrokenPackage] app-3.0.jar contains a binding, but com.acme:app must not have one
                    at app-3.0.jar
                    META-INF/services/dev.heapwright.heap.Binding lists com.acme.Theirs
                  help: run a clean build, and package only the glue that bind generates
                """ + MORE, jars.problems(NOTHING, jars.app().write(Glue.SERVICE_FILE, "com.acme.Theirs\n")));
    }

    @Test
    void glueThatIsNotRegisteredIsReported() throws Exception {
        String expected = """
                [Heapwright/BrokenPackage] app-3.0.jar does not register its glue as the only binding
                    at app-3.0.jar
                    required: META-INF/services/dev.heapwright.heap.Binding lists com.acme.app.heapwright.HeapwrightBinding
                    found:    %s
                  help: package all that bind generates, including META-INF/services, and no other such file
                """ + MORE;
        assertEquals(
                expected.formatted("no such file"),
                jars.problems(TO_POOL, jars.bound(TO_POOL).delete(Glue.SERVICE_FILE)));
        assertEquals(
                expected.formatted("META-INF/services/dev.heapwright.heap.Binding lists nothing"),
                jars.problems(TO_POOL, jars.bound(TO_POOL).write(Glue.SERVICE_FILE, "# " + GLUE + "\n")));
        assertEquals(
                expected.formatted("META-INF/services/dev.heapwright.heap.Binding lists com.acme.Theirs, " + GLUE),
                jars.problems(TO_POOL, jars.bound(TO_POOL).write(Glue.SERVICE_FILE, GLUE + "\ncom.acme.Theirs\n")));
    }

    /** As {@link java.util.ServiceLoader} reads it, for which a repeated name counts once. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "# by hand\n\n  com.acme.app.heapwright.HeapwrightBinding  # ours\r\n",
                "com.acme.app.heapwright.HeapwrightBinding",
                "com.acme.app.heapwright.HeapwrightBinding\ncom.acme.app.heapwright.HeapwrightBinding\n",
            })
    void theServiceFileMayBeWrittenInAnyWayThatTheServiceLoaderReads(String content) throws Exception {
        assertEquals("", jars.problems(TO_POOL, jars.bound(TO_POOL).write(Glue.SERVICE_FILE, content)));
    }

    @Test
    void aBindingHasOneMatchingMarker() throws Exception {
        String expected = """
                [Heapwright/BrokenPackage] app-3.0.jar is bound, but its marker is missing or wrong
                    at app-3.0.jar
                    required: META-INF/heapwright/binding/com.acme.pool.Pool
                    found:    %s
                  help: package all that bind generates, including META-INF/heapwright: without the marker, a
                        module that depends on the jar would bind its heap again
                """ + MORE;
        assertEquals(
                expected.formatted("no such file"),
                jars.problems(TO_POOL, jars.bound(TO_POOL).delete(POOL_MARKER)));
        assertEquals(
                expected.formatted("no such file"),
                jars.problems(TO_POOL, jars.bound(TO_POOL).write(POOL_MARKER, "this is no marker")));
        Marker second = new Marker.OfBinding(
                TO_SLABS.allocator(), TO_SLABS.artifact(), "linked explicitly", ClassName.topLevel(GLUE));
        assertEquals(
                expected.formatted(POOL_MARKER + ", META-INF/heapwright/binding/com.acme.pool.Slabs"),
                jars.problems(TO_POOL, jars.bound(TO_POOL).write(second.path(), second.content())));
    }

    @Test
    void anAttachedJarWithoutProgramClassesNeedsNoBinding() throws Exception {
        assertEquals("", jars.problems(TO_POOL, new FinalJar(jars.app().jar(), "api")));
    }

    @Test
    void anAttachedJarWithProgramClassesNeedsTheWholeBinding() throws Exception {
        ClassFolder executable = jars.app().write("META-INF/MANIFEST.MF", "Main-Class: com.acme.Main\n");
        assertLost(jars.problems(TO_POOL, new FinalJar(executable.jar(), "cli")));
        assertLost(jars.problems(
                TO_POOL, new FinalJar(jars.bound(TO_POOL).delete(GLUE_CLASS).jar(), "cli")));
    }

    @Test
    void eachJarIsChecked() throws Exception {
        FinalJar right = new FinalJar(jars.bound(TO_POOL).jar(), "");
        ClassFolder other = jars.folder("app-3.0-cli").write("META-INF/MANIFEST.MF", "Main-Class: com.acme.Main\n");
        assertEquals(
                1,
                jars.problems(TO_POOL, right, new FinalJar(other.jar(), "cli")).split("at app-3.0", -1).length - 1);
    }

    @Test
    void theSummarySaysWhatIsBoundToWhat() {
        assertEquals(
                "bound only to com.acme.pool.Pool", new PackageCheck(APP, TO_POOL, PlainDialect.INSTANCE).summary());
        assertEquals(
                "bound to com.acme.pool.Pool by com.acme:io:2.1",
                new PackageCheck(APP, ADOPTED, PlainDialect.INSTANCE).summary());
        assertEquals("not bound", new PackageCheck(APP, NOTHING, PlainDialect.INSTANCE).summary());
    }

    private static void assertLost(String problems) {
        assertEquals(
                "[Heapwright/BrokenPackage] app-3.0.jar does not contain the generated binding to com.acme.pool.Pool",
                problems.lines().findFirst().orElse("nothing"));
    }
}
