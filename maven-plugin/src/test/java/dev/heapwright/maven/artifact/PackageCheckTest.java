package dev.heapwright.maven.artifact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.heapwright.core.diagnostic.Diagnostic;
import dev.heapwright.core.diagnostic.DiagnosticRenderer;
import dev.heapwright.core.diagnostic.RefusedException;
import dev.heapwright.core.link.Decision;
import dev.heapwright.core.marker.Marker;
import dev.heapwright.core.name.ClassName;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.maven.glue.Glue;
import dev.heapwright.maven.testing.ClassFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackageCheckTest {
    private static final Coordinates APP = new Coordinates("com.acme", "app", "3.0");
    private static final String GLUE = "com.acme.app.heapwright.HeapwrightBinding";
    private static final Decision.Link TO_POOL = link("com.acme.Pool");
    private static final Decision NOTHING = new Decision.NothingToLink("nothing here needs an allocator");

    @TempDir
    private Path temporary;

    @Test
    void aJarWithTheOneBindingIsRight() throws Exception {
        assertEquals("", problems(TO_POOL, bound(TO_POOL)));
    }

    @Test
    void aJarWithoutABindingIsRightIfThereIsNothingToLink() throws Exception {
        assertEquals("", problems(NOTHING, classes()));
        assertEquals("", problems(adopted(), classes()));
    }

    @Test
    void aModuleWithoutAJarIsNotHeldToAnything() throws Exception {
        assertEquals("", text(new PackageCheck(APP, TO_POOL).problems(Optional.empty())));
    }

    @Test
    void aLostBindingIsMissed() throws Exception {
        assertEquals("""
                [Heapwright/BrokenPackage] the jar of com.acme:app is to be bound to com.acme.Pool
                    at app-3.0.jar
                    no binding is in the jar
                  help: run the goal bind in the same build, from clean, and package all that it generates
                  more: mvn heapwright:explain -Did=BrokenPackage""", problems(TO_POOL, classes()));
    }

    @Test
    void anotherAllocatorThanTheOneDecidedIsNamed() throws Exception {
        assertEquals("""
                [Heapwright/BrokenPackage] the jar of com.acme:app is to be bound to com.acme.Pool
                    at app-3.0.jar
                    bound to com.acme.Slabs
                  help: run the goal bind in the same build, from clean, and package all that it generates
                  more: mvn heapwright:explain -Did=BrokenPackage""", problems(TO_POOL, bound(link("com.acme.Slabs"))));
    }

    @Test
    void twoBindingsAreOneTooMany() throws Exception {
        ClassFolder twice = bound(TO_POOL);
        Marker second = new Marker.OfBinding(
                ClassName.topLevel("com.acme.Slabs"), APP, "linked explicitly", ClassName.topLevel(GLUE));
        assertEquals("""
                [Heapwright/BrokenPackage] the jar of com.acme:app is to be bound to com.acme.Pool
                    at app-3.0.jar
                    bound to com.acme.Pool, com.acme.Slabs
                  help: run the goal bind in the same build, from clean, and package all that it generates
                  more: mvn heapwright:explain -Did=BrokenPackage""", problems(TO_POOL, twice.write(second.path(), second.content())));
    }

    @Test
    void aBindingWhereNoneBelongsIsRefused() throws Exception {
        String expected = """
                [Heapwright/BrokenPackage] the jar of com.acme:app is not to be bound
                    at app-3.0.jar
                    bound to com.acme.Pool
                  help: run the goal bind in the same build, from clean, and package all that it generates
                  more: mvn heapwright:explain -Did=BrokenPackage""";
        assertEquals(expected, problems(NOTHING, bound(TO_POOL)));
        assertEquals(expected, problems(adopted(), bound(TO_POOL)));
    }

    @Test
    void aBindingThatIsNotRegisteredIsOfNoUse() throws Exception {
        String expected = """
                [Heapwright/BrokenPackage] the jar of com.acme:app registers glue that its marker does not name
                    at app-3.0.jar
                    META-INF/services/dev.heapwright.heap.Binding lists nothing
                    the marker names com.acme.app.heapwright.HeapwrightBinding
                  help: run the goal bind in the same build, from clean, and package all that it generates
                  more: mvn heapwright:explain -Did=BrokenPackage""";
        assertEquals(expected, problems(TO_POOL, bound(TO_POOL).delete(Glue.SERVICE_FILE)));
        assertEquals(expected, problems(TO_POOL, bound(TO_POOL).write(Glue.SERVICE_FILE, "# " + GLUE + "\n")));
    }

    @Test
    void glueIsRegisteredOnceAndNoOther() throws Exception {
        assertEquals("""
                [Heapwright/BrokenPackage] the jar of com.acme:app registers glue that its marker does not name
                    at app-3.0.jar
                    META-INF/services/dev.heapwright.heap.Binding lists \
                com.acme.app.heapwright.HeapwrightBinding, com.acme.Theirs
                    the marker names com.acme.app.heapwright.HeapwrightBinding
                  help: run the goal bind in the same build, from clean, and package all that it generates
                  more: mvn heapwright:explain -Did=BrokenPackage""", problems(TO_POOL, bound(TO_POOL).write(Glue.SERVICE_FILE, GLUE + "\ncom.acme.Theirs\n")));
    }

    @Test
    void glueThatWasRegisteredWithoutAMarkerIsRefused() throws Exception {
        assertEquals("""
                [Heapwright/BrokenPackage] the jar of com.acme:app registers glue that its marker does not name
                    at app-3.0.jar
                    META-INF/services/dev.heapwright.heap.Binding lists com.acme.Theirs
                    the marker names nothing
                  help: run the goal bind in the same build, from clean, and package all that it generates
                  more: mvn heapwright:explain -Did=BrokenPackage""", problems(NOTHING, classes().write(Glue.SERVICE_FILE, "com.acme.Theirs\n")));
    }

    /** As {@link java.util.ServiceLoader} reads it, for which a name that is repeated counts once. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "# by hand\n\n  com.acme.app.heapwright.HeapwrightBinding  # ours\r\n",
                "com.acme.app.heapwright.HeapwrightBinding",
                "com.acme.app.heapwright.HeapwrightBinding\ncom.acme.app.heapwright.HeapwrightBinding\n",
            })
    void theServiceFileMayBeWrittenInAnyWayThatTheServiceLoaderReads(String content) throws Exception {
        assertEquals("", problems(TO_POOL, bound(TO_POOL).write(Glue.SERVICE_FILE, content)));
    }

    @Test
    void aJarThatCannotBeReadIsRefused() throws Exception {
        Path jar = Files.writeString(temporary.resolve("app-3.0.jar"), "this is no jar");
        RefusedException refused =
                assertThrows(RefusedException.class, () -> new PackageCheck(APP, TO_POOL).problems(Optional.of(jar)));
        assertEquals(
                List.of("com.acme:app:3.0 cannot be read"),
                refused.diagnostics().stream()
                        .map(problem -> problem.headline())
                        .toList());
    }

    @Test
    void theSummarySaysWhatIsBoundToWhat() {
        assertEquals("bound to com.acme.Pool and nothing else", new PackageCheck(APP, TO_POOL).summary());
        assertEquals("bound to com.acme.Pool by com.acme:io:2.1", new PackageCheck(APP, adopted()).summary());
        assertEquals("not bound", new PackageCheck(APP, NOTHING).summary());
    }

    private static Decision.Link link(String allocator) {
        return new Decision.Link(
                ClassName.topLevel(allocator), new Coordinates("com.acme", "pool", "1.2"), "linked explicitly");
    }

    private static Decision adopted() {
        Coordinates io = new Coordinates("com.acme", "io", "2.1");
        return new Decision.Adopt(
                new Marker.OfBinding(
                        TO_POOL.allocator(), io, "linked explicitly", ClassName.topLevel("com.acme.io.Glue")),
                io);
    }

    /** {@return the class folder of a module without glue} */
    private ClassFolder classes() {
        return new ClassFolder(temporary.resolve("app-3.0"))
                .compile("com/acme/Pool.java", ClassFolder.allocator("com.acme", "public final class Pool"))
                .compile("com/acme/Slabs.java", ClassFolder.allocator("com.acme", "public final class Slabs"));
    }

    private ClassFolder bound(Decision.Link link) throws Exception {
        return classes().add(Glue.of(APP, link, Set.of()));
    }

    private String problems(Decision decision, ClassFolder folder) throws Exception {
        return text(new PackageCheck(APP, decision).problems(Optional.of(folder.jar())));
    }

    private String text(List<Diagnostic> problems) {
        return problems.stream()
                .map(DiagnosticRenderer::render)
                .collect(Collectors.joining("\n"))
                .replace(temporary + "/", "");
    }
}
