package dev.heapwright.core.link;

import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticId;
import java.util.List;
import java.util.Set;

/** Warns about a library that depends on an allocator: every application that uses the library is linked to it. */
public final class ImposedAllocators {
    private ImposedAllocators() {}

    /**
     * {@return a warning for each allocator artifact that a library passes on}
     *
     * @param closure the module and what it runs with
     * @param kind what it produces
     * @param passedOn the dependencies that users of the module inherit, as {@code groupId:artifactId}
     * @param dialect how help is written
     */
    public static List<Diagnostic> warnings(Closure closure, Kind kind, Set<String> passedOn, Dialect dialect) {
        if (kind.isFinal()) {
            return List.of();
        }
        return closure.dependencies().stream()
                .filter(artifact -> !artifact.allocators().isEmpty()
                        && passedOn.contains(artifact.coordinates().versionless()))
                .map(artifact -> Diagnostic.warning(
                                DiagnosticId.LIBRARY_IMPOSES_ALLOCATOR,
                                "library %s imposes an allocator on everyone who uses it"
                                        .formatted(
                                                closure.module().coordinates().versionless()))
                        .at(dialect.declaration(closure.pathTo(artifact)))
                        .withDetail(artifact.allocators().get(0).type() + "  via " + closure.pathTo(artifact))
                        .withHelp("leave the choice to applications: remove the dependency on %s,"
                                .formatted(artifact.coordinates().versionless()))
                        .withHelp("or, if only the library's own tests need it, " + dialect.testsOnly()))
                .toList();
    }
}
