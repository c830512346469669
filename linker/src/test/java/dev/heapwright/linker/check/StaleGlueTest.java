package dev.heapwright.linker.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.core.link.Artifact;
import dev.heapwright.core.link.Decision;
import dev.heapwright.core.link.PlainDialect;
import dev.heapwright.core.marker.Marker;
import dev.heapwright.core.name.ClassName;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.diagnostic.DiagnosticRenderer;
import dev.heapwright.linker.glue.Glue;
import java.util.List;
import org.junit.jupiter.api.Test;

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

    @Test
    void glueForWhatIsLinkedIsNot() {
        assertEquals("", problem(new Decision.Link(ALLOCATOR, POOL, "default for an application").withChecks()));
    }

    @Test
    void whatIsLinkedNowMayBeAnotherAllocatorOrAnotherVersion() {
        assertEquals(
                MESSAGE.formatted("must bind to: com.acme.Slab of com.acme:pool:1.2"),
                problem(new Decision.Link(ClassName.topLevel("com.acme.Slab"), POOL, "linked explicitly")));
        Coordinates newer = new Coordinates("com.acme", "pool", "1.3");
        assertEquals(
                MESSAGE.formatted("must bind to: com.acme.Pool of com.acme:pool:1.3"),
                problem(new Decision.Link(ALLOCATOR, newer, "linked explicitly")));
    }

    @Test
    void whatIsBoundByOthersOrNotAtAllMustHaveNone() {
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
    void theModulesOwnAllocatorMayHaveComeTooLateForBind() {
        assertEquals("""
                [Heapwright/UncompiledGlue] the glue of com.acme:app is not for what it runs with now
                    it binds to:  com.acme.Pool of com.acme:pool:1.2
                    must bind to: com.acme.Own of com.acme:app:3.0
                  help: bind did not see that allocator in the module's sources: the plugin that adds or generates
                        them ran later. Run it before bind, by its phase or its place in the build, or move the
                        allocator to a separate module, and depend on that
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=UncompiledGlue""", problem(new Decision.Link(ClassName.topLevel("com.acme.Own"), APP, "its own")));
    }

    @Test
    void glueOfAnotherModuleThatIsMergedInIsNotItsOwn() {
        Artifact merged =
                new Artifact(new Coordinates("com.acme", "all", "1.0"), List.of(), List.of(), List.of(BINDING));
        assertEquals("", problem(merged, new Decision.NothingToLink("nothing needs an allocator")));
    }

    private static String problem(Decision decision) {
        return problem(new Artifact(APP, List.of(), List.of(), List.of(BINDING)), decision);
    }

    private static String problem(Artifact self, Decision decision) {
        return StaleGlue.problem(self, decision, PlainDialect.INSTANCE)
                .map(DiagnosticRenderer::render)
                .orElse("");
    }
}
