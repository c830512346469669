package dev.heapwright.linker.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.core.link.Artifact;
import dev.heapwright.core.link.Decision;
import dev.heapwright.core.link.GlueOptions;
import dev.heapwright.core.link.PlainDialect;
import dev.heapwright.core.marker.GlueMode;
import dev.heapwright.core.marker.Marker;
import dev.heapwright.core.name.ClassName;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.diagnostic.DiagnosticRenderer;
import dev.heapwright.linker.glue.Glue;
import dev.heapwright.linker.testing.ClassFolder;
import dev.heapwright.testing.AllocatorSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaleGlueTest {
    private static final Coordinates APP = new Coordinates("com.acme", "app", "3.0");
    private static final Coordinates POOL = new Coordinates("com.acme", "pool", "1.2");
    private static final ClassName ALLOCATOR = ClassName.topLevel("com.acme.Pool");
    private static final Marker.OfBinding BINDING =
            new Marker.OfBinding(ALLOCATOR, POOL, "linked explicitly", Glue.nameFor(APP));
    private static final String MESSAGE = """
            [Heapwright/UncompiledGlue] the glue of com.acme:app is not for what it runs with now
                it binds to:  com.acme.Pool of com.acme:pool:1.2
                %s
              help: run bind before the sources are compiled; on the command line: heapwright-cli bind
              more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=UncompiledGlue""";

    @TempDir
    private Path temporary;

    private ClassFolder classes;

    @BeforeEach
    void compiledGlue() throws Exception {
        classes = glue(new Decision.Link(ALLOCATOR, POOL, "linked explicitly"));
    }

    @Test
    void glueForWhatIsLinkedIsNot() throws Exception {
        assertEquals(
                "",
                problem(new Decision.Link(ALLOCATOR, POOL, "default for an application").with(GlueOptions.CHECKED)));
    }

    /** The version of a SNAPSHOT stays the same. */
    @Test
    void theAllocatorMayHaveLostOrGotAnOptionalFunction() throws Exception {
        Decision.Link zeroing =
                new Decision.Link(ALLOCATOR, Set.of("allocateZeroed"), POOL, "linked explicitly", GlueOptions.PLAIN);
        assertEquals(
                MESSAGE.formatted("must bind to: com.acme.Pool of com.acme:pool:1.2 with allocateZeroed"),
                problem(zeroing));
        classes = glue(zeroing);
        assertEquals("", problem(zeroing));
        assertEquals(
                MESSAGE.formatted("must bind to: com.acme.Pool of com.acme:pool:1.2")
                        .replaceFirst("(it binds to: .*)", "$1 with allocateZeroed"),
                problem(new Decision.Link(ALLOCATOR, POOL, "linked explicitly")));
    }

    @Test
    void checkedGlueCallsNoOptionalFunction() throws Exception {
        Decision.Link zeroing =
                new Decision.Link(ALLOCATOR, Set.of("allocateZeroed"), POOL, "linked explicitly", GlueOptions.CHECKED);
        classes = glue(zeroing);
        Marker.OfBinding checked =
                new Marker.OfBinding(ALLOCATOR, POOL, "linked explicitly", Glue.nameFor(APP), GlueMode.CHECKED, false);
        assertEquals("", problem(new Artifact(APP, List.of(), List.of(), List.of(checked)), zeroing));
    }

    @Test
    void whatIsLinkedNowMayBeAnotherAllocatorOrAnotherVersion() throws Exception {
        assertEquals(
                MESSAGE.formatted("must bind to: com.acme.Slab of com.acme:pool:1.2"),
                problem(new Decision.Link(ClassName.topLevel("com.acme.Slab"), POOL, "linked explicitly")));
        Coordinates newer = new Coordinates("com.acme", "pool", "1.3");
        assertEquals(
                MESSAGE.formatted("must bind to: com.acme.Pool of com.acme:pool:1.3"),
                problem(new Decision.Link(ALLOCATOR, newer, "linked explicitly")));
    }

    @Test
    void whatIsBoundByOthersOrNotAtAllMustHaveNone() throws Exception {
        Marker.OfBinding others =
                new Marker.OfBinding(ALLOCATOR, POOL, "linked explicitly", ClassName.topLevel("com.acme.io.Glue"));
        assertEquals(
                MESSAGE.formatted("must not have any: it is bound by an artifact that it runs with"),
                problem(new Decision.Adopt(others, new Coordinates("com.acme", "io", "1.0"))));
        assertEquals(
                MESSAGE.formatted("must not have any: a library leaves the choice to its users"),
                problem(new Decision.NothingToLink("a library leaves the choice to its users")));
    }

    @Test
    void theModulesOwnAllocatorMayHaveComeTooLateForBind() throws Exception {
        assertEquals("""
                [Heapwright/UncompiledGlue] the glue of com.acme:app is not for what it runs with now
                    it binds to:  com.acme.Pool of com.acme:pool:1.2
                    must bind to: com.acme.Own of com.acme:app:3.0
                  help: bind did not see that allocator in the module's sources: they are not in Java, or the plugin
                        that adds or generates them ran later. Run it before bind, by its phase or its place in the
                        build, or move the allocator to a separate module, and depend on that
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=UncompiledGlue""", problem(new Decision.Link(ClassName.topLevel("com.acme.Own"), APP, "its own")));
    }

    @Test
    void glueOfAnotherModuleThatIsMergedInIsNotItsOwn() throws Exception {
        Artifact merged =
                new Artifact(new Coordinates("com.acme", "all", "1.0"), List.of(), List.of(), List.of(BINDING));
        assertEquals("", problem(merged, new Decision.NothingToLink("nothing needs an allocator")));
    }

    private ClassFolder glue(Decision.Link link) throws Exception {
        String pool = AllocatorSource.named("com.acme.Pool")
                .annotated("")
                .withFirst("public static long allocateZeroed(long size, long align) { return 0; }")
                .text();
        return new ClassFolder(temporary.resolve("app"))
                .compile(Map.of("com/acme/Pool.java", pool))
                .add(Glue.of(APP, link, false));
    }

    private String problem(Decision decision) throws Exception {
        return problem(new Artifact(APP, List.of(), List.of(), List.of(BINDING)), decision);
    }

    private String problem(Artifact self, Decision decision) throws Exception {
        return StaleGlue.problem(self, classes.path(), decision, PlainDialect.INSTANCE)
                .map(DiagnosticRenderer::render)
                .orElse("");
    }
}
