package dev.heapwright.linker.artifact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.heapwright.annotations.Allocator;
import dev.heapwright.core.link.Decision;
import dev.heapwright.core.name.ClassName;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.heap.Binding;
import dev.heapwright.linker.glue.Glue;
import dev.heapwright.linker.testing.ClassFolder;
import dev.heapwright.memory.Memory;
import dev.heapwright.system.SystemAllocator;
import dev.heapwright.testing.Javac;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Artifacts that are damaged, by accident or on purpose: all that is wrong is told, and nothing is believed. */
class RefusedArtifactTest {
    private static final Coordinates APP = new Coordinates("com.acme", "app", "3.0");
    private static final Coordinates POOL = new Coordinates("com.acme", "pool", "1.2");
    private static final String ALLOCATOR_MARKER = "META-INF/heapwright/allocator/com.acme.Pool";
    private static final String CLASS = "com/acme/Pool.class";

    @TempDir
    private Path temporary;

    @Test
    void whatIsNoJarIsUnreadable() throws Exception {
        Path jar = Files.writeString(temporary.resolve("pool-1.2.jar"), "this is no jar");
        assertEquals("""
                [Heapwright/UnreadableArtifact] com.acme:pool:1.2 cannot be read
                    at pool-1.2.jar
                    zip END header not found
                  help: delete the file and build again, so that it is downloaded or rebuilt
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=UnreadableArtifact""", refusal(jar));
    }

    @Test
    void anEmptyFileIsUnreadable() throws Exception {
        unreadable("zip file is empty", Files.createFile(temporary.resolve("pool-1.2.jar")));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 0.99})
    void aJarThatWasCutOffIsUnreadable(double part) throws Exception {
        Path jar = pool().jar();
        Bytes.truncate(jar, part);
        unreadable("zip END header not found", jar);
    }

    @Test
    void aJarWithADamagedEntryIsUnreadable() throws Exception {
        Path jar = pool().write("com/acme/Pool.class", incompressible()).jar();
        byte[] content = Files.readAllBytes(jar);
        int entry = new String(content, StandardCharsets.ISO_8859_1).indexOf(CLASS) + CLASS.length();
        Arrays.fill(content, entry, entry + 40, (byte) 0xFF);
        Files.write(jar, content);
        unreadable("invalid block type", jar);
    }

    @Test
    void aJarWithAnEntryNameThatIsNoTextIsUnreadable() throws Exception {
        Path jar = pool().write("com/acme/x.txt", "").jar();
        Bytes.replace(jar, "com/acme/x.txt", "com/acme/\u00FF.txt");
        // Newer versions of Java say "bad entry name or comment".
        assertEquals(
                unreadable(jar, "invalid CEN header (bad entry name)"),
                refusal(jar).replace(" or comment", ""));
    }

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
                folder("other")
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
    void aBindingThatAModuleProvidesMustHaveAMarker() throws Exception {
        ClassFolder folder = folder("pool-1.2")
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
                folder.delete("com/acme/app/heapwright/HeapwrightBinding.class"));
    }

    @ParameterizedTest
    @ValueSource(strings = {CLASS, "com/acme/app/heapwright/HeapwrightBinding.class"})
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

    @Test
    void aMalformedMarkerIsNotBelieved() throws Exception {
        mismatch(ALLOCATOR_MARKER, "it does not start with 'contract='", pool().write(ALLOCATOR_MARKER, ""));
    }

    @Test
    void aMarkerOfTenMebibytesIsNotRead() throws Exception {
        mismatch(
                ALLOCATOR_MARKER,
                "it is larger than 262144 bytes",
                pool().write(ALLOCATOR_MARKER, "contract=1\n".repeat(10 * 1024 * 1024 / 11)));
    }

    @Test
    void aMarkerThatJavaCannotNameIsNotBelieved() throws Exception {
        mismatch(
                "META-INF/heapwright/allocator/com.acme.Pool;System.exit(1)",
                "'com.acme.Pool;System.exit(1)' is not the name of a class in a package",
                pool().write(
                                "META-INF/heapwright/allocator/com.acme.Pool;System.exit(1)",
                                "contract=1\nname=com.acme.Pool\n"));
    }

    @Test
    void anEntryNameThatLeadsOutOfTheJarIsOnlyAWrongName() throws Exception {
        Path jar = pool().write(
                        "META-INF/heapwright/allocator/com.acme.Pool-and-more", "contract=1\nname=com.acme.Pool\n")
                .jar();
        Bytes.replace(
                jar,
                "META-INF/heapwright/allocator/com.acme.Pool-and-more",
                "META-INF/heapwright/allocator/../../../../etc/passwd");
        assertEquals(List.of("'../../../../etc/passwd' is not the name of a class in a package"), reasons(jar));
    }

    @Test
    void anEntryNameCannotForgeALine() throws Exception {
        Path jar = pool().write("META-INF/heapwright/allocator/com.acme.Pool2Jm", "contract=1\nname=com.acme.Pool\n")
                .jar();
        Bytes.replace(jar, "com.acme.Pool2Jm", "com.acme.\n\r\u001B[2Jm");
        assertEquals("""
                [Heapwright/MarkerMismatch] com.acme:pool:1.2 has an invalid Heapwright marker: \
                'com.acme.???[2Jm' is not the name of a class in a package
                    at pool-1.2.jar!/META-INF/heapwright/allocator/com.acme.???[2Jm
                  help: rebuild that artifact from clean, with heapwright-processor as its annotation processor
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=MarkerMismatch""", refusal(jar));
    }

    @Test
    void allMarkersThatAreWrongAreToldSorted() throws Exception {
        Path jar = pool().write("META-INF/heapwright/binding/com.acme.Pool", "")
                .write("META-INF/heapwright/allocator/com.acme.Other", "contract=1\nname=com.acme.Other\n")
                .write("META-INF/heapwright/future/com.acme.Pool", "contract=1\n")
                .write("META-INF/heapwright/needs-allocator/com.acme.Pool", "contract=2\n")
                .jar();
        assertEquals(
                List.of(
                        "the class does not exist",
                        "it does not start with 'contract='",
                        "its type is unknown; known types: allocator, available, needs-allocator, binding, library",
                        "it uses contract version 2; this plugin supports version 1"),
                reasons(jar));
    }

    private ClassFolder folder(String name) {
        return new ClassFolder(temporary.resolve(name));
    }

    /** {@return an allocator artifact with which nothing is wrong yet} */
    private ClassFolder pool() {
        return folder("pool-1.2").compile("com/acme/Pool.java", allocator());
    }

    private static String allocator() {
        return ClassFolder.allocator("com.acme", "public final class Pool");
    }

    private static Glue glue() {
        return Glue.of(APP, new Decision.Link(ClassName.topLevel("com.acme.Pool"), POOL, "linked explicitly"), false);
    }

    /** {@return bytes that deflate must spell out, so that there is something to damage} */
    private static byte[] incompressible() {
        byte[] bytes = new byte[4096];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    private void unreadable(String why, Path jar) {
        assertEquals(unreadable(jar, why), refusal(jar));
    }

    private static String unreadable(Path jar, String why) {
        return """
                [Heapwright/UnreadableArtifact] com.acme:pool:1.2 cannot be read
                    at %s
                    %s
                  help: delete the file and build again, so that it is downloaded or rebuilt
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=UnreadableArtifact""".formatted(jar.getFileName(), why);
    }

    /** In a class folder and in a jar of it. */
    private void mismatch(String marker, String reason, ClassFolder folder) throws IOException {
        String expected = """
                [Heapwright/MarkerMismatch] com.acme:pool:1.2 has an invalid Heapwright marker: %s
                    at %s%s%s
                  help: rebuild that artifact from clean, with heapwright-processor as its annotation processor
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=MarkerMismatch""";
        Path name = folder.path().getFileName();
        assertEquals(expected.formatted(reason, name, "/", marker), refusal(folder.path()));
        assertEquals(expected.formatted(reason, name, ".jar!/", marker), refusal(folder.jar()));
    }

    /** {@return all that is told, with paths from the temporary folder} */
    private String refusal(Path location) {
        DiagnosticException refused =
                assertThrows(DiagnosticException.class, () -> ArtifactReader.read(location, POOL));
        return String.valueOf(refused.getMessage()).replace(temporary + "/", "");
    }

    private static List<String> reasons(Path location) {
        String headline = "com.acme:pool:1.2 has an invalid Heapwright marker: ";
        return assertThrows(DiagnosticException.class, () -> ArtifactReader.read(location, POOL)).diagnostics().stream()
                .map(diagnostic -> diagnostic.headline().replace(headline, ""))
                .toList();
    }
}
