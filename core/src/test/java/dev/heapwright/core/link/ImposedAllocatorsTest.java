package dev.heapwright.core.link;

import static dev.heapwright.core.link.Closures.APP;
import static dev.heapwright.core.link.Closures.HEAP;
import static dev.heapwright.core.link.Closures.artifact;
import static dev.heapwright.core.link.Closures.closure;
import static dev.heapwright.core.link.Closures.shipped;
import static dev.heapwright.core.link.Closures.withAllocator;
import static dev.heapwright.core.link.Closures.withChoice;
import static dev.heapwright.core.link.ShippedAllocator.JEMALLOC;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticRenderer;
import dev.heapwright.diagnostic.Severity;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ImposedAllocatorsTest {
    private static final Set<String> PASSED_ON = Set.of("com.acme:pool", "com.acme:io");
    private final Closure closure = closure(
            APP,
            withAllocator(artifact("pool:1"), "Pool"),
            withAllocator(artifact("io:2 deep:1"), "Deep"),
            artifact("io:2"));

    @Test
    void aLibraryThatPassesAnAllocatorOnGetsAWarning() {
        assertEquals(List.of("""
                [Heapwright/LibraryImposesAllocator] library com.acme:app imposes an allocator on everyone who uses it
                    com.acme.Pool  via com.acme:app -> com.acme:pool:1
                  help: leave the choice to applications: remove the dependency on com.acme:pool,
                        or, if only the library's own tests need it, have it on the class path of the tests only
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=LibraryImposesAllocator"""), texts(Kind.LIBRARY, PASSED_ON));
    }

    @Test
    void aLibraryThatPassesAChoiceOnGetsAWarningButAvailableAllocatorsAreFine() {
        Closure along = closure(
                APP,
                withChoice(artifact("pool:1"), JEMALLOC.type(), "com.acme:along"),
                HEAP,
                shipped("heap:1 along:1"));
        List<Diagnostic> warnings = ImposedAllocators.warnings(
                along, Kind.LIBRARY, Set.of("com.acme:pool", "com.acme:heap", "com.acme:along"), PlainDialect.INSTANCE);
        assertEquals(1, warnings.size());
        assertEquals(
                List.of("dev.heapwright.jemalloc.JemallocAllocator  via com.acme:app -> com.acme:pool:1"),
                warnings.get(0).details());
    }

    @Test
    void itIsAWarning() {
        assertEquals(
                List.of(Severity.WARNING),
                ImposedAllocators.warnings(closure, Kind.LIBRARY, PASSED_ON, PlainDialect.INSTANCE).stream()
                        .map(warning -> warning.severity())
                        .toList());
    }

    @Test
    void anAllocatorThatIsNotPassedOnIsFine() {
        assertEquals(List.of(), texts(Kind.LIBRARY, Set.of("com.acme:io")));
    }

    @ParameterizedTest
    @EnumSource(names = "LIBRARY", mode = EnumSource.Mode.EXCLUDE)
    void aFinalArtifactImposesNothing(Kind kind) {
        assertEquals(List.of(), texts(kind, PASSED_ON));
    }

    private List<String> texts(Kind kind, Set<String> passedOn) {
        return ImposedAllocators.warnings(closure, kind, passedOn, PlainDialect.INSTANCE).stream()
                .map(DiagnosticRenderer::render)
                .toList();
    }
}
