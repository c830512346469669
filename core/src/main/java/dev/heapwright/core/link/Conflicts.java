package dev.heapwright.core.link;

import dev.heapwright.core.diagnostic.Diagnostic;
import dev.heapwright.core.diagnostic.DiagnosticId;
import dev.heapwright.core.marker.Marker;
import dev.heapwright.core.name.ClassName;
import dev.heapwright.core.name.Coordinates;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Explains what cannot be linked together. Each party beyond the first is in conflict with the first, so that three
 * allocators make two conflicts.
 *
 * @param closure the module being built and what it runs with
 * @param kind what it produces
 */
record Conflicts(Closure closure, Kind kind) {

    /** {@return a diagnostic for each conflict, allocators first} */
    List<Diagnostic> problems() {
        List<Party<ClassName>> allocators = allocators();
        List<Party<Marker.OfBinding>> bindings = Party.all(closure.dependencies(), Artifact::bindings);
        return Stream.concat(
                        allocators.stream()
                                .skip(1)
                                .map(other -> twoAllocators(allocators.size(), allocators.get(0), other)),
                        bindings.stream().skip(1).map(other -> twoBindings(bindings.size(), bindings.get(0), other)))
                .toList();
    }

    /** The distinct ones: the classes in the closure, and those that the bindings name unless they are among them. */
    private List<Party<ClassName>> allocators() {
        Stream<Party<ClassName>> classes = Party.all(closure.artifacts(), Artifact::allocatorNames).stream();
        Stream<Party<ClassName>> bound = Party.all(closure.dependencies(), Artifact::boundTo).stream();
        Set<ClassName> seen = new HashSet<>();
        return Stream.concat(classes, bound)
                .filter(party -> seen.add(party.what()))
                .toList();
    }

    private Diagnostic twoAllocators(int count, Party<ClassName> first, Party<ClassName> other) {
        int width =
                Math.max(first.what().binary().length(), other.what().binary().length());
        String row = "%-" + width + "s  via %s";
        return keepOne(
                Diagnostic.error(
                                DiagnosticId.TWO_ALLOCATORS,
                                "%s links %d allocators, %s links exactly 1"
                                        .formatted(name(), count, kind.withArticle()))
                        .withDetail(row.formatted(first.what(), closure.pathTo(first.artifact())))
                        .withDetail(row.formatted(other.what(), closure.pathTo(other.artifact()))),
                closure.pathTo(other.artifact()));
    }

    private Diagnostic twoBindings(int count, Party<Marker.OfBinding> first, Party<Marker.OfBinding> other) {
        return Diagnostic.error(
                        DiagnosticId.TWO_BINDINGS,
                        "%s has %d dependencies that are bound already, a program's heap is bound once"
                                .formatted(name(), count))
                .withDetail(bound(first))
                .withDetail(bound(other))
                .withHelp("depend on one of them only, or have the other built as a library: without glue");
    }

    private String bound(Party<Marker.OfBinding> party) {
        return party.what().allocator() + "  bound in " + closure.pathTo(party.artifact());
    }

    private String name() {
        return closure.module().coordinates().versionless();
    }

    private static Diagnostic keepOne(Diagnostic conflict, DependencyPath dropped) {
        Coordinates artifact = dropped.end();
        return switch (dropped.length()) {
            case 0 -> conflict.withHelp("keep one; to drop the second, remove it from this module");
            case 1 ->
                conflict.withHelp("keep one; to drop the second, remove the dependency on " + artifact.versionless());
            default ->
                conflict.withHelp("keep one; to drop the second, exclude it where it comes in, in the dependency on "
                                + dropped.steps().get(1).versionless() + ":")
                        .withHelp("<exclusion><groupId>%s</groupId><artifactId>%s</artifactId></exclusion>"
                                .formatted(artifact.groupId(), artifact.artifactId()));
        };
    }
}
