package dev.heapwright.linker.packaged;

import static dev.heapwright.linker.packaged.Jars.ADOPTED;
import static dev.heapwright.linker.packaged.Jars.GLUE;
import static dev.heapwright.linker.packaged.Jars.GLUE_CLASS;
import static dev.heapwright.linker.packaged.Jars.IO;
import static dev.heapwright.linker.packaged.Jars.NOTHING;
import static dev.heapwright.linker.packaged.Jars.POOL_MARKER;
import static dev.heapwright.linker.packaged.Jars.TO_POOL;
import static dev.heapwright.linker.packaged.Jars.TO_SLABS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.heapwright.core.link.Decision;
import dev.heapwright.core.link.GlueOptions;
import dev.heapwright.core.marker.GlueMode;
import dev.heapwright.linker.glue.Glue;
import dev.heapwright.linker.testing.ClassFolder;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Jars in which the classes of dependencies are merged with those of the module, relocated or not. */
class MergedJarTest {
    private static final String MORE = "  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=BrokenPackage";
    private static final String MERGE_SERVICE_FILES = """
              help: exclude no service files, and have the plugin that builds the jar merge and relocate them;
                    one file of each name, with the lines of all
            """.indent(0);

    @TempDir
    private Path temporary;

    private Jars jars;

    @BeforeEach
    void prepare() {
        jars = new Jars(temporary);
    }

    @Test
    void aJarWithAllDependenciesAndOneBindingIsAccepted() throws Exception {
        assertEquals("", jars.problems(TO_POOL, jars.merged(TO_POOL)));
    }

    @ParameterizedTest
    @EnumSource(GlueMode.class)
    void glueOfEachKindIsAccepted(GlueMode mode) throws Exception {
        Decision.Link link = TO_POOL.with(new GlueOptions(mode, ""));
        assertEquals("", jars.problems(link, jars.merged(link)));
    }

    @Test
    void aMissingServiceFileIsReported() throws Exception {
        assertEquals(
                """
                [Heapwright/BrokenPackage] app-3.0.jar does not register its glue as the only binding
                    at app-3.0.jar
                    required: META-INF/services/dev.heapwright.heap.Binding lists com.acme.app.heapwright.HeapwrightBinding
                    found:    no such file
                """ + MERGE_SERVICE_FILES + MORE,
                jars.problems(TO_POOL, jars.merged(TO_POOL).delete(Glue.SERVICE_FILE)));
    }

    @Test
    void anAttachedJarWithTheHeapMustContainTheBinding() throws Exception {
        assertEquals(
                """
                [Heapwright/BrokenPackage] app-3.0.jar does not contain the generated binding to com.acme.pool.Pool
                    at app-3.0.jar
                    required: the glue class com.acme.app.heapwright.HeapwrightBinding
                    found:    none
                  help: run bind in the same clean build, and package all that it generates
                """ + MORE,
                jars.problems(
                        TO_POOL, new FinalJar(Jars.withDependencies(jars.app()).jar(), "all")));
    }

    /** Nothing mentions the glue but a service file. */
    @Test
    void whatMinimizesAJarMayLoseTheGlue() throws Exception {
        assertEquals("""
                [Heapwright/BrokenPackage] app-3.0.jar does not contain the generated binding to com.acme.pool.Pool
                    at app-3.0.jar
                    required: the glue class com.acme.app.heapwright.HeapwrightBinding
                    found:    none
                  help: run bind in the same clean build, and package all that it generates
                """ + MORE, jars.problems(TO_POOL, jars.merged(TO_POOL).delete(GLUE_CLASS)));
    }

    @Test
    void aSignedJarIsJudgedByWhatIsInIt() throws Exception {
        assertEquals("", jars.problems(TO_POOL, signed(jars.merged(TO_POOL))));
        ClassFolder broken = jars.merged(TO_POOL).delete("com/acme/pool/Pool.class");
        String problems = jars.problems(TO_POOL, broken);
        assertFalse(problems.isEmpty());
        assertEquals(problems, jars.problems(TO_POOL, signed(broken)));
    }

    @Test
    void aMissingAllocatorIsReported() throws Exception {
        assertEquals("""
                [Heapwright/BrokenPackage] app-3.0.jar is missing a class that its glue needs
                    at app-3.0.jar
                    required: com/acme/pool/Pool.class, for com.acme.app.heapwright.HeapwrightBinding
                    found:    no such file
                  help: package it too, under the name that the glue uses; it is in com.acme:pool:1.2
                """ + MORE, jars.problems(TO_POOL, jars.merged(TO_POOL).delete("com/acme/pool/Pool.class")));
    }

    @Test
    void theJarMustContainTheAdoptedBinding() throws Exception {
        assertEquals("", jars.problems(ADOPTED, jars.glued(Jars.withDependencies(jars.app()), IO, TO_POOL)));
        assertEquals("""
                [Heapwright/BrokenPackage] app-3.0.jar does not contain the generated binding to com.acme.pool.Pool
                    at app-3.0.jar
                    required: the glue class com.acme.io.heapwright.HeapwrightBinding
                    found:    none
                  help: the glue comes from com.acme:io:2.1: package all of it, too
                """ + MORE, jars.problems(ADOPTED, Jars.withDependencies(jars.app())));
    }

    @Test
    void aSecondBindingOfTheHeapIsOneTooMany() throws Exception {
        ClassFolder both = jars.glued(jars.merged(TO_POOL), IO, TO_SLABS);
        String expected = """
                [Heapwright/BrokenPackage] app-3.0.jar contains 2 bindings of its heap; only one is allowed
                    at app-3.0.jar
                    com.acme.app.heapwright.HeapwrightBinding
                    com.acme.io.heapwright.HeapwrightBinding
                  help: keep one: remove the artifacts that the others come from, or build those as libraries,
                        without glue
                """ + MORE;
        assertEquals(expected, jars.problems(TO_POOL, both));
        assertEquals(expected, jars.problems(ADOPTED, both));
        assertEquals(expected, jars.problems(NOTHING, both));
    }

    @Test
    void anUnboundModuleMayContainABoundDependency() throws Exception {
        assertEquals("", jars.problems(NOTHING, jars.glued(Jars.withDependencies(jars.app()), IO, TO_POOL)));
    }

    @Test
    void aRelocatedHeapInADependencyIsBoundSeparately() throws Exception {
        ClassFolder tool = jars.glued(Jars.withDependencies(jars.folder("tool")), IO, TO_SLABS)
                .delete("META-INF/heapwright/binding/com.acme.pool.Slabs");
        ClassFolder both =
                new Relocation("dev.heapwright", "com.acme.tool.hidden", true).of(tool, jars.merged(TO_POOL));
        assertEquals("", jars.problems(TO_POOL, both));
    }

    @Test
    void aRelocatedCopyOfTheProgramDoesNotReplaceIt() throws Exception {
        ClassFolder hidden =
                new Relocation("dev.heapwright", "hidden", true).of(jars.merged(TO_POOL), jars.folder("hidden"));
        ClassFolder copied = new Relocation("com.acme", "a.com.acme", true).of(hidden, jars.folder("copied"));
        ClassFolder both = new Relocation("none", "none", true).of(copied, jars.merged(TO_POOL));
        assertEquals("", jars.problems(TO_POOL, both));
        assertEquals(
                "    required: META-INF/services/dev.heapwright.heap.Binding lists " + GLUE,
                jars.problems(TO_POOL, both.delete(Glue.SERVICE_FILE))
                        .lines()
                        .skip(2)
                        .findFirst()
                        .orElse("nothing"));
    }

    /** The glue, its superclass and the allocator, separately and together. */
    @ParameterizedTest
    @CsvSource({
        "dev.heapwright, com.acme.hidden.heapwright",
        "dev.heapwright.heap, hidden",
        "com.acme.app, com.acme.hidden",
        "com.acme.pool, hidden.pool",
        "com.acme, org.acme.hidden",
    })
    void whatIsRelocatedWithItsServiceFilesIsRight(String from, String to) throws Exception {
        ClassFolder relocated = new Relocation(from, to, true).of(jars.merged(TO_POOL), jars.folder("relocated"));
        assertEquals("", jars.problems(TO_POOL, relocated));
    }

    @ParameterizedTest
    @EnumSource(GlueMode.class)
    void glueOfEachKindIsRelocated(GlueMode mode) throws Exception {
        Decision.Link link = TO_POOL.with(new GlueOptions(mode, ""));
        ClassFolder relocated =
                new Relocation("dev.heapwright", "hidden", true).of(jars.merged(link), jars.folder("relocated"));
        assertEquals("", jars.problems(link, relocated));
    }

    @Test
    void aServiceFileThatWasNotRelocatedIsNotFoundByTheHeap() throws Exception {
        ClassFolder relocated =
                new Relocation("dev.heapwright", "hidden", false).of(jars.merged(TO_POOL), jars.folder("relocated"));
        assertEquals("""
                [Heapwright/BrokenPackage] relocated.jar does not register its glue as the only binding
                    at relocated.jar
                    required: META-INF/services/hidden.heap.Binding lists com.acme.app.heapwright.HeapwrightBinding
                    found:    META-INF/services/dev.heapwright.heap.Binding lists com.acme.app.heapwright.HeapwrightBinding
                """ + MERGE_SERVICE_FILES + MORE, jars.problems(TO_POOL, relocated));
    }

    @Test
    void aServiceFileWithTheOldNameOfTheGlueIsReported() throws Exception {
        ClassFolder relocated =
                new Relocation("com.acme", "hidden", false).of(jars.merged(TO_POOL), jars.folder("relocated"));
        assertEquals("""
                [Heapwright/BrokenPackage] relocated.jar does not register its glue as the only binding
                    at relocated.jar
                    required: META-INF/services/dev.heapwright.heap.Binding lists hidden.app.heapwright.HeapwrightBinding
                    found:    META-INF/services/dev.heapwright.heap.Binding lists com.acme.app.heapwright.HeapwrightBinding
                """ + MERGE_SERVICE_FILES + MORE, jars.problems(TO_POOL, relocated));
    }

    @Test
    void aClassThatWasNotRelocatedWithTheGlueIsReportedMissing() throws Exception {
        ClassFolder relocated =
                new Relocation("com.acme.pool", "hidden", true).of(jars.merged(TO_POOL), jars.folder("relocated"));
        Jars.pool(relocated).delete("hidden/Pool.class");
        assertEquals("""
                [Heapwright/BrokenPackage] relocated.jar is missing a class that its glue needs
                    at relocated.jar
                    required: hidden/Pool.class, for com.acme.app.heapwright.HeapwrightBinding
                    found:    no such file
                  help: package it too, under the name that the glue uses; it is in com.acme:pool:1.2
                """ + MORE, jars.problems(TO_POOL, relocated));
    }

    @Test
    void aHeapThatIsRelocatedWithoutTheGlueIsNotBound() throws Exception {
        ClassFolder heap = new Relocation("dev.heapwright", "hidden", true)
                .of(Jars.heap(jars.folder("heap")), jars.bound(TO_POOL));
        assertEquals("""
                [Heapwright/BrokenPackage] app-3.0.jar is missing a class that its glue needs
                    at app-3.0.jar
                    required: dev/heapwright/heap/Binding.class, for com.acme.app.heapwright.HeapwrightBinding
                    found:    no such file
                  help: package it under the name that the glue uses: relocate all classes or none
                """ + MORE, jars.problems(TO_POOL, Jars.pool(heap)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"com.acme", "dev.heapwright"})
    void aMarkerOfTheNamesBeforeARelocationMayBeLeftOut(String from) throws Exception {
        ClassFolder relocated = new Relocation(from, "hidden", true).of(jars.merged(TO_POOL), jars.folder("relocated"));
        assertEquals("", jars.problems(TO_POOL, relocated.delete(POOL_MARKER)));
    }

    /** {@return a folder with what jarsigner adds; whether the signature is right is for the JVM to tell} */
    private static ClassFolder signed(ClassFolder folder) throws Exception {
        return folder.write("META-INF/ACME.SF", "Signature-Version: 1.0\n").write("META-INF/ACME.RSA", "signature");
    }

    @Test
    void aClassThatDoesNotExtendBindingIsNotGlue() throws Exception {
        ClassFolder folder = Jars.withDependencies(jars.app())
                .compile(GLUE_CLASS.replace(".class", ".java"), """
                        package com.acme.app.heapwright;
                        public final class HeapwrightBinding {}
                        """)
                .write(Glue.SERVICE_FILE, GLUE);
        assertEquals(
                "[Heapwright/BrokenPackage] app-3.0.jar does not contain the generated binding to com.acme.pool.Pool",
                jars.problems(TO_POOL, folder).lines().findFirst().orElse("nothing"));
    }
}
