package dev.heapwright.core.link;

import dev.heapwright.core.diagnostic.Diagnostic;
import dev.heapwright.core.diagnostic.DiagnosticId;
import dev.heapwright.core.marker.Marker;
import dev.heapwright.core.name.ClassName;
import dev.heapwright.core.name.Coordinates;
import java.util.List;
import java.util.stream.Stream;

/**
 * Explains what cannot be linked together. Each party beyond the first is in conflict with the first, so that three
 * allocators make two conflicts.
 *
 * @param module the module being built
 * @param kind what it produces
 */
record Conflicts(Coordinates module, Kind kind) {

    /** {@return a diagnostic for each conflict, allocators first} */
    List<Diagnostic> of(List<Party<ClassName>> allocators, List<Party<Marker.OfBinding>> bindings) {
        return Stream.concat(
                        allocators.stream()
                                .skip(1)
                                .map(other -> twoAllocators(allocators.size(), allocators.get(0), other)),
                        bindings.stream().skip(1).map(other -> twoBindings(bindings.size(), bindings.get(0), other)))
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
                                        .formatted(module.versionless(), count, kind.withArticle()))
                        .withDetail(row.formatted(first.what(), first.path()))
                        .withDetail(row.formatted(other.what(), other.path())),
                other.artifact());
    }

    private Diagnostic twoBindings(int count, Party<Marker.OfBinding> first, Party<Marker.OfBinding> other) {
        return Diagnostic.error(
                        DiagnosticId.TWO_BINDINGS,
                        "%s has %d dependencies that are bound already, a program's heap is bound once"
                                .formatted(module.versionless(), count))
                .withDetail(bound(first))
                .withDetail(bound(other))
                .withHelp("depend on one of them only, or have the other built as a library: without glue");
    }

    private static String bound(Party<Marker.OfBinding> party) {
        return party.what().allocator() + "  bound in " + party.path();
    }

    private static Diagnostic keepOne(Diagnostic conflict, Artifact dropped) {
        Coordinates artifact = dropped.coordinates();
        return switch (dropped.path().size()) {
            case 0, 1 -> conflict.withHelp("keep one; to drop the second, remove it from this module");
            case 2 ->
                conflict.withHelp("keep one; to drop the second, remove the dependency on " + artifact.versionless());
            default ->
                conflict.withHelp("keep one; to drop the second, exclude it where it comes in, in the dependency on "
                                + dropped.path().get(1).versionless() + ":")
                        .withHelp("<exclusion><groupId>%s</groupId><artifactId>%s</artifactId></exclusion>"
                                .formatted(artifact.groupId(), artifact.artifactId()));
        };
    }
}
