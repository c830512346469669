package dev.heapwright.linker.packaged;

import static dev.heapwright.linker.packaged.Jars.TO_POOL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.linker.testing.ClassFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives whose heap was moved out of them, in a module's own build or in that of an ear. */
class MovedHeapTest {
    private static final String HELP_OF_THE_EAR = """
              help: exclude dev.heapwright:heapwright-heap, and what uses it, from the ear's dependencies, so that
                    they stay in the archive; or, to share one heap, bind a jar among the ear's libraries, and
                    declare the heap as provided in the archive's module
              more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=NotBound""".indent(2).stripTrailing();

    @TempDir
    private Path temporary;

    private Jars jars;

    @BeforeEach
    void prepare() {
        jars = new Jars(temporary);
    }

    @ParameterizedTest
    @ValueSource(strings = {"app-3.0.war", "app-3.0.rar", "app-3.0.hpi"})
    void anArchiveWithGlueAndWithoutTheHeapIsNotBound(String name) throws Exception {
        assertEquals("""
                [Heapwright/NotBound] %1$s contains a binding, but not the heap; a heap in another class loader does not find it
                    at %1$s
                    required: the heap in the archive
                    found:    no heap
                  help: package the heap in it, with what the heap needs and what uses it; or, to share one heap,
                        bind a jar that is packaged beside the heap, and declare the heap as provided here
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=NotBound""".formatted(name), problems(name, skinny("web")));
    }

    @Test
    void anArchiveWithTheHeapIsAccepted() throws Exception {
        assertEquals("", problems("app-3.0.war", whole("web")));
    }

    @Test
    void anArchiveThatUsesASharedBindingIsAccepted() throws Exception {
        assertEquals("", problems("app-3.0.war", unbound("web")));
    }

    @Test
    void aJarGetsTheHeapFromAClassPath() throws Exception {
        assertEquals("", problems("app-3.0.jar", jars.bound(TO_POOL)));
    }

    @Test
    void anEarWhoseLibrariesHaveTheHeapOfAWarDoesNotBindThat() throws Exception {
        ClassFolder ear = jars.folder("shop")
                .write("web.war", Jars.packed(skinny("web")))
                .write("lib/heap.jar", Jars.packed(Jars.heap(jars.folder("heap"))))
                .write("lib/other.jar", Jars.packed(jars.app()));
        assertEquals("""
                [Heapwright/NotBound] web.war in shop.jar contains a binding, but not the heap; a heap in another class loader does not find it
                    at shop.jar
                    required: the heap in the archive
                    found:    lib/heap.jar
                """ + HELP_OF_THE_EAR, problems(read(ear)));
    }

    @Test
    void anEarWithoutTheHeapOfItsWarsBindsNoneOfThem() throws Exception {
        ClassFolder ear = jars.folder("shop")
                .write("admin.war", Jars.packed(skinny("admin")))
                .write("parts/web.war", Jars.packed(skinny("web")))
                .write("whole.war", Jars.packed(whole("whole")));
        EnterpriseArchive read = read(ear);
        assertEquals(List.of("admin.war", "parts/web.war"), read.withoutHeap());
        assertEquals(List.of("whole.war"), read.bound());
        assertEquals(
                List.of("found:    no heap in the ear", "found:    no heap in the ear"),
                problems(read)
                        .lines()
                        .map(String::strip)
                        .filter(line -> line.startsWith("found"))
                        .toList());
    }

    @Test
    void anEarWhoseLibrariesHaveTheHeapOfAJarWithBeansDoesNotBindThat() throws Exception {
        ClassFolder ear = jars.folder("shop")
                .write("beans.jar", Jars.packed(jars.bound(TO_POOL)))
                .write("lib/heap.jar", Jars.packed(Jars.heap(jars.folder("heap"))));
        assertEquals("""
                [Heapwright/NotBound] beans.jar in shop.jar contains a binding, but not the heap; a heap in another class loader does not find it
                    at shop.jar
                    required: the heap in the archive
                    found:    lib/heap.jar
                """ + HELP_OF_THE_EAR, problems(read(ear)));
    }

    @Test
    void theFolderOfTheLibrariesMayHaveAnotherName() throws Exception {
        ClassFolder ear = jars.folder("shop")
                .write("META-INF/application.xml", "<library-directory>/shared</library-directory>")
                .write("lib/beans.jar", Jars.packed(jars.bound(TO_POOL)))
                .write("shared/heap.jar", Jars.packed(Jars.heap(jars.folder("heap"))));
        assertEquals(List.of("shared/heap.jar"), read(ear).libraryHeaps());
        assertEquals(List.of("lib/beans.jar"), read(ear).withoutHeap());
    }

    @Test
    void aJarMayHaveTheHeapOnItsClassPathInTheEar() throws Exception {
        ClassFolder ear = jars.folder("shop")
                .write("beans.jar", Jars.packed(jars.bound(TO_POOL)))
                .write("heap.jar", Jars.packed(Jars.heap(jars.folder("heap"))));
        assertEquals("", problems(read(ear)));
    }

    @Test
    void anEarWithTheHeapInAWarAndInItsLibrariesIsRefused() throws Exception {
        ClassFolder ear = jars.folder("shop")
                .write("web.war", Jars.packed(whole("web")))
                .write("lib/heap.jar", Jars.packed(Jars.heap(jars.folder("heap"))));
        assertEquals("""
                [Heapwright/ShadowedClass] web.war in shop.jar contains the heap, and so do the ear's libraries: the server decides which one runs
                    at shop.jar
                    also: lib/heap.jar
                  help: exclude dev.heapwright:heapwright-heap, and what uses it, from the ear's dependencies; or, to
                        share one heap, declare it as provided in the archive's module
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=ShadowedClass""", problems(read(ear)));
    }

    @Test
    void anEarWithABoundLibraryIsAccepted() throws Exception {
        ClassFolder ear = jars.folder("shop")
                .write("admin.war", Jars.packed(unbound("admin")))
                .write("lib/binding.jar", Jars.packed(jars.bound(TO_POOL)))
                .write("lib/heap.jar", Jars.packed(Jars.heap(jars.folder("heap"))));
        assertEquals("", problems(read(ear)));
        assertEquals(List.of(), read(ear).bound());
    }

    @Test
    void anEarIsAcceptedIfItsWarsHaveTheHeapOrNoBinding() throws Exception {
        ClassFolder ear = jars.folder("shop")
                .write("web.war", Jars.packed(whole("web")))
                .write("admin.war", Jars.packed(unbound("admin")))
                .write("beans.jar", Jars.packed(jars.merged(TO_POOL)))
                .write("lib/other.jar", Jars.packed(jars.app()));
        assertEquals("", problems(read(ear)));
        assertEquals(List.of("beans.jar", "web.war"), read(ear).bound());
    }

    @Test
    void anEarWithAnUnreadableWarIsRefused() {
        DiagnosticException refused = assertThrows(
                DiagnosticException.class, () -> read(jars.folder("shop").write("web.war", "this is no archive")));
        assertEquals(
                "[Heapwright/UnreadableArtifact] shop.jar cannot be read",
                jars.text(refused.diagnostics()).lines().findFirst().orElse(""));
    }

    private ClassFolder skinny(String name) throws IOException {
        return jars.folder(name).write("WEB-INF/lib/app-3.0.jar", Jars.packed(jars.bound(TO_POOL)));
    }

    private ClassFolder whole(String name) throws IOException {
        return skinny(name).write("WEB-INF/lib/heap.jar", Jars.packed(Jars.heap(jars.folder("heap"))));
    }

    private ClassFolder unbound(String name) throws IOException {
        return jars.folder(name).write("WEB-INF/lib/app-3.0.jar", Jars.packed(jars.app()));
    }

    private String problems(String name, ClassFolder archive) throws Exception {
        Path file = Files.move(archive.jar(), temporary.resolve(name));
        PackagedJar read = PackagedJar.read(new FinalJar(file, ""), new WantedClasses(List.of(), List.of()));
        return jars.text(MovedHeap.problems(List.of(read)));
    }

    private static EnterpriseArchive read(ClassFolder ear) throws Exception {
        return EnterpriseArchive.read(new FinalJar(ear.jar(), ""));
    }

    private String problems(EnterpriseArchive ear) {
        return jars.text(ear.problems());
    }
}
