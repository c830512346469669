package dev.heapwright.linker.artifact;

import static dev.heapwright.linker.artifact.DamagedArtifacts.ALLOCATOR_MARKER;
import static dev.heapwright.linker.artifact.DamagedArtifacts.CLASS;
import static dev.heapwright.linker.artifact.DamagedArtifacts.POOL;
import static dev.heapwright.linker.artifact.DamagedArtifacts.allocator;
import static dev.heapwright.linker.artifact.DamagedArtifacts.mismatch;
import static dev.heapwright.linker.artifact.DamagedArtifacts.reasons;
import static dev.heapwright.linker.artifact.DamagedArtifacts.refusal;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.annotations.Allocator;
import dev.heapwright.core.link.Decision;
import dev.heapwright.core.name.ClassName;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.heap.Binding;
import dev.heapwright.linker.glue.Glue;
import dev.heapwright.linker.testing.ClassFolder;
import dev.heapwright.memory.Memory;
import dev.heapwright.system.SystemAllocator;
import dev.heapwright.testing.Javac;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Artifacts that are damaged, by accident or on purpose: all problems are reported, and no claim is accepted unverified. */
class RefusedArtifactTest {
    private static final String GLUE = "com/acme/app/heapwright/HeapwrightBinding.class";

    private static final Coordinates APP = new Coordinates("com.acme", "app", "3.0");

    @TempDir
    private Path temporary;

    @Test
    void aMarkerForAClassThatIsNotThereIsNotBelieved() throws Exception {
        assertEquals("""
                [Heapwright/MarkerMismatch] com.acme:pool:1.2 has an invalid Heapwright marker: the class does not exist
                    at pool-1.2.jar!/META-INF/heapwright/allocator/com.acme.Pool
                  help: rebuild that artifact from clean, with heapwright-processor as its annotation processor
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=MarkerMismatch""", refusal(pool().delete(CLASS).jar()));
    }

    @Test
    void inAClassFolderTheMarkersPathIsShown() throws Exception {
        assertEquals("""
                [Heapwright/MarkerMismatch] com.acme:pool:1.2 has an invalid Heapwright marker: the class does not exist
                    at pool-1.2/META-INF/heapwright/allocator/com.acme.Pool
                  help: rebuild that artifact from clean, with heapwright-processor as its annotation processor
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=MarkerMismatch""", refusal(pool().delete(CLASS).path()));
    }

    @Test
    void aClassWithoutTheAnnotationIsNoAllocator() throws Exception {
        ClassFolder folder = pool();
        String marker = new String(folder.read(ALLOCATOR_MARKER), StandardCharsets.UTF_8);
        folder.compile("com/acme/Pool.java", allocator().replace("@dev.heapwright.annotations.Allocator", ""));
        mismatch(ALLOCATOR_MARKER, "the class is not annotated @Allocator", folder.write(ALLOCATOR_MARKER, marker));
    }

    @Test
    void allThatIsWrongWithAnAllocatorIsToldEachOnItsOwn() throws Exception {
        ClassFolder folder = pool();
        byte[] marker = folder.read(ALLOCATOR_MARKER);
        folder.compile("com/acme/Pool.java", "package com.acme; public abstract class Pool { protected Pool() {} }");
        Path jar = folder.write(ALLOCATOR_MARKER, marker).jar();
        assertEquals(
                List.of(
                        "the class is not annotated @Allocator",
                        "com.acme.Pool cannot be an allocator: it is abstract",
                        "allocator com.acme.Pool is missing 5 required functions"),
                reasons(jar));
    }

    @Test
    void anAllocatorMustHaveAllFunctionsInItsBytecode() throws Exception {
        ClassFolder folder = pool();
        byte[] marker = folder.read(ALLOCATOR_MARKER);
        folder.compile(
                "com/acme/Pool.java",
                allocator()
                        .replace("@dev.heapwright.annotations.Allocator", "")
                        .replace("long usableSize(long size, long align)", "int usableSize(int size, int align)"));
        folder.write(ALLOCATOR_MARKER, marker);
        assertEquals(
                List.of(
                        "the class is not annotated @Allocator",
                        "com.acme.Pool.usableSize returns int, must return long"),
                reasons(folder.jar()));
    }

    @Test
    void functionsThatItInheritsAreForwardedAsInItsSource() throws Exception {
        ClassFolder folder = pool();
        byte[] marker = folder.read(ALLOCATOR_MARKER);
        String base = ClassFolder.allocator("com.acme", "public class Base")
                .replace("@dev.heapwright.annotations.Allocator", "")
                .replace("private Base", "protected Base");
        folder.compile(Map.of(
                "com/acme/Base.java",
                base,
                "com/acme/Pool.java",
                "package com.acme; public class Pool extends Base {}"));
        String refusal = refusal(folder.write(ALLOCATOR_MARKER, marker).jar());
        assertEquals("""
                [Heapwright/MarkerMismatch] com.acme:pool:1.2 has an invalid Heapwright marker: allocator com.acme.Pool is missing 5 required functions
                    at pool-1.2.jar!/META-INF/heapwright/allocator/com.acme.Pool
                    public static long allocate(long size, long align) { return com.acme.Base.allocate(size, align); }
                    public static void deallocate(long address, long oldSize, long align) { com.acme.Base.deallocate(address, oldSize, align); }
                    public static long reallocate(long address, long oldSize, long size, long align) { return com.acme.Base.reallocate(address, oldSize, size, align); }
                    public static long reallocateInplace(long address, long oldSize, long size, long align) { return com.acme.Base.reallocateInplace(address, oldSize, size, align); }
                    public static long usableSize(long size, long align) { return com.acme.Base.usableSize(size, align); }
                  help: com.acme.Base has all five, but inherited functions do not count:
                        annotate that class instead, or declare them here and forward to it as shown
                        rebuild that artifact from clean, with heapwright-processor as its annotation processor
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=MarkerMismatch""", refusal.substring(refusal.lastIndexOf("[Heapwright/")));
    }

    @Test
    void whereThePluginIsTheOlderSideItIsToBeUpdated() throws Exception {
        assertEquals(
                """
                [Heapwright/MarkerMismatch] com.acme:pool:1.2 has an invalid Heapwright marker: it uses contract version 2; this plugin supports version 1
                    at pool-1.2.jar!/META-INF/heapwright/allocator/com.acme.Pool
                  help: use a newer version of Heapwright in this build: that artifact was built with one
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=MarkerMismatch""",
                refusal(pool().write(ALLOCATOR_MARKER, "contract=2\nname=com.acme.Pool\n")
                        .jar()));
    }

    @Test
    void aConsumerMustBeAnnotated() throws Exception {
        mismatch(
                "META-INF/heapwright/needs-allocator/com.acme.Index",
                "no class, package or module of that name is annotated @NeedsAllocator",
                pool().write("META-INF/heapwright/needs-allocator/com.acme.Index", "contract=1\n"));
        mismatch(
                "META-INF/heapwright/needs-allocator/com.acme.Pool",
                "no class, package or module of that name is annotated @NeedsAllocator",
                new ClassFolder(temporary.resolve("other"))
                        .compile("com/acme/Pool.java", allocator())
                        .write("META-INF/heapwright/needs-allocator/com.acme.Pool", "contract=1\n"));
    }

    @Test
    void aRegisteredBindingMustHaveAMarker() throws Exception {
        String service = "META-INF/services/dev.heapwright.heap.Binding";
        ClassFolder bound = pool().add(glue());
        assertEquals(
                """
                [Heapwright/MarkerMismatch] com.acme:pool:1.2 registers a binding that has no Heapwright marker: com.acme.Own
                    at pool-1.2.jar!/META-INF/services/dev.heapwright.heap.Binding
                  help: nobody can tell which allocator it calls: have Heapwright bind that artifact, or remove
                        the binding from it
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=MarkerMismatch""",
                refusal(bound.write(
                                service, "# by hand\ncom.acme.Own # ours\ncom.acme.app.heapwright.HeapwrightBinding\n")
                        .jar()));
    }

    @Test
    void aBindingThatIsFarDownInTheFileIsNotPassedOver() throws Exception {
        assertEquals(
                """
                [Heapwright/UnreadableArtifact] com.acme:pool:1.2 cannot be read
                    at pool-1.2.jar
                    pool-1.2.jar!/META-INF/services/dev.heapwright.heap.Binding is larger than 1048576 bytes
                  help: delete the file and build again, so that it is downloaded or rebuilt
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=UnreadableArtifact""",
                refusal(pool().write(
                                "META-INF/services/dev.heapwright.heap.Binding",
                                "#".repeat(1 << 20) + "\ncom.acme.Own\n")
                        .jar()));
    }

    @Test
    void aMarkedBindingMustBeRegistered() throws Exception {
        assertEquals(
                """
                [Heapwright/MarkerMismatch] com.acme:pool:1.2 has a Heapwright marker for a binding that it does not register: com.acme.app.heapwright.HeapwrightBinding
                    at pool-1.2.jar!/META-INF/services/dev.heapwright.heap.Binding
                  help: no heap finds it without that file: rebuild that artifact, and have whatever builds
                        its jar keep all that bind generates, including META-INF/services
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=MarkerMismatch""",
                refusal(pool().add(glue())
                        .delete("META-INF/services/dev.heapwright.heap.Binding")
                        .jar()));
    }

    @Test
    void aBindingThatAModuleProvidesMustHaveAMarker() throws Exception {
        ClassFolder folder = new ClassFolder(temporary.resolve("pool-1.2"))
                .compileModule(
                        Map.of("module-info.java", """
                                module com.acme.pool {
                                    requires dev.heapwright.heap;
                                    provides dev.heapwright.heap.Binding with com.acme.Own;
                                }
                                """, "com/acme/Own.java", """
                                package com.acme;
                                public final class Own {
                                    public static dev.heapwright.heap.Binding provider() {
                                        throw new IllegalStateException();
                                    }
                                }
                                """),
                        Javac.locationOf(Binding.class),
                        Javac.locationOf(Memory.class),
                        Javac.locationOf(Diagnostic.class),
                        Javac.locationOf(SystemAllocator.class),
                        Javac.locationOf("META-INF/licenses/jemalloc.txt"),
                        Javac.locationOf(Allocator.class));
        String message = """
                [Heapwright/MarkerMismatch] com.acme:pool:1.2 registers a binding that has no Heapwright marker: com.acme.Own
                    at pool-1.2/module-info.class
                  help: nobody can tell which allocator it calls: have Heapwright bind that artifact, or remove
                        the binding from it
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=MarkerMismatch""";
        assertEquals(message, refusal(folder.path()));
        // The program may run on a newer Java than the build.
        byte[] newer = folder.read("module-info.class");
        newer[7] = (byte) 255;
        assertEquals(message, refusal(folder.write("module-info.class", newer).path()));
    }

    @Test
    void glueMustBeThere() throws Exception {
        ClassFolder folder = pool().add(glue());
        mismatch(
                "META-INF/heapwright/binding/com.acme.Pool",
                "the glue class com.acme.app.heapwright.HeapwrightBinding does not exist",
                folder.delete(GLUE));
    }

    @Test
    void glueMustCallTheAllocatorThatItsMarkerNames() throws Exception {
        ClassFolder folder = pool().add(glue());
        String marker = "META-INF/heapwright/binding/com.acme.Pool";
        String text = new String(folder.read(marker), StandardCharsets.UTF_8);
        mismatch(
                "META-INF/heapwright/binding/com.acme.Slab",
                "the glue class com.acme.app.heapwright.HeapwrightBinding does not call com.acme.Slab",
                folder.delete(marker)
                        .write(
                                "META-INF/heapwright/binding/com.acme.Slab",
                                text.replace("com.acme.Pool", "com.acme.Slab")));
    }

    /** Another class for newer JVMs is a {@code ShadowedClass} of whoever is bound by it: no build of the artifact cures it. */
    @Test
    void theOldestVersionOfGlueMustCallTheAllocator() throws Exception {
        ClassFolder folder = pool().add(glue());
        byte[] right = folder.read(GLUE);
        byte[] wrong = folder.read(CLASS);
        String newer = "META-INF/versions/17/" + GLUE;
        folder.write("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nMulti-Release: true\n");
        Path jar = folder.write(newer, wrong).jar();
        assertDoesNotThrow(() -> ArtifactReader.read(jar, POOL));
        assertEquals(
                List.of("the glue class com.acme.app.heapwright.HeapwrightBinding does not call com.acme.Pool"),
                reasons(folder.write(newer, right).write(GLUE, wrong).jar()));
    }

    @ParameterizedTest
    @ValueSource(strings = {CLASS, GLUE})
    void aClassFileThatWasCutOffProvesNothing(String file) throws Exception {
        ClassFolder folder = pool().add(glue());
        Bytes.truncate(folder.path().resolve(file), 0.5);
        List<String> reasons = reasons(folder.jar());
        assertEquals(1, reasons.size());
        assertEquals(
                "its class file cannot be read: it is corrupt",
                reasons.get(0).substring(0, "its class file cannot be read: it is corrupt".length()));
    }

    @Test
    void whatIsNoClassFileProvesNothing() throws Exception {
        mismatch(
                ALLOCATOR_MARKER,
                "its class file cannot be read: it is not a class file",
                pool().write(CLASS, "deleted by a virus scanner"));
    }

    private ClassFolder pool() {
        return DamagedArtifacts.pool(temporary);
    }

    private static Glue glue() {
        return Glue.of(APP, new Decision.Link(ClassName.topLevel("com.acme.Pool"), POOL, "linked explicitly"), false);
    }
}
