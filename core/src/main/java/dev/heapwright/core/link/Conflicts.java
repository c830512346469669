package dev.heapwright.core.link;

import dev.heapwright.core.marker.Marker;
import dev.heapwright.core.name.ClassName;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Explains what cannot be linked together: all contenders in one diagnostic, the nearest to the module first.
 *
 * @param closure the module being built and what it runs with
 * @param kind what it produces
 * @param dialect how help is written
 */
record Conflicts(Closure closure, Kind kind, Dialect dialect) {

    /**
     * An allocator that would be linked.
     *
     * @param allocator the class
     * @param artifact where it comes from
     * @param bound whether that artifact is bound to the allocator rather than containing it
     */
    private record Candidate(ClassName allocator, Artifact artifact, boolean bound) {}

    /** An allocator, and the artifact that has its class, if one has. */
    private record Held(ClassName allocator, Optional<Coordinates> holder) {}

    /** {@return one diagnostic for all allocators, and one for all bindings; none where there is one at most} */
    List<Diagnostic> problems() {
        return allocators(closure.artifacts()).size() <= 1
                        && Contender.all(closure.dependencies(), Artifact::bindings)
                                        .size()
                                <= 1
                ? List.of()
                : explained(closure.nearestFirst());
    }

    private List<Diagnostic> explained(List<Artifact> artifacts) {
        List<Candidate> allocators = allocators(artifacts);
        List<Contender<Marker.OfBinding>> bindings = Contender.all(dependencies(artifacts), Artifact::bindings);
        List<Diagnostic> problems = new ArrayList<>();
        if (allocators.size() > 1) {
            problems.add(twoAllocators(allocators));
        }
        if (bindings.size() > 1) {
            problems.add(twoBindings(bindings));
        }
        return problems;
    }

    /**
     * The distinct ones: two artifacts that hold a class of one name hold two allocators. Those that dependencies are bound
     * to come first: to exclude the artifact that holds one of them would not undo the binding, so what can be dropped more
     * easily is any of the others.
     */
    private List<Candidate> allocators(List<Artifact> artifacts) {
        Stream<Candidate> bound = Contender.all(dependencies(artifacts), Artifact::bindings).stream()
                .map(contender -> new Candidate(contender.what().allocator(), contender.artifact(), true));
        Stream<Candidate> classes = Contender.all(artifacts, Artifact::allocators).stream()
                .map(contender -> new Candidate(contender.what().type(), contender.artifact(), false));
        Set<Held> seen = new HashSet<>();
        return Stream.concat(bound, classes)
                .filter(candidate -> seen.add(held(candidate)))
                .toList();
    }

    /** What a candidate stands for: the class in the artifact that holds it. */
    private Held held(Candidate candidate) {
        Optional<Contender<AllocatorClass>> holder = candidate.bound()
                ? closure.allocator(candidate.allocator())
                : candidate.artifact().allocators().stream()
                        .filter(each -> each.type().equals(candidate.allocator()))
                        .findFirst()
                        .map(each -> new Contender<>(each, candidate.artifact()));
        return new Held(candidate.allocator(), holder.map(closure::holder).map(Artifact::coordinates));
    }

    /** Without the module, which always comes first. */
    private static List<Artifact> dependencies(List<Artifact> artifacts) {
        return artifacts.subList(1, artifacts.size());
    }

    private Diagnostic twoAllocators(List<Candidate> candidates) {
        int width = candidates.stream()
                .mapToInt(each -> each.allocator().binary().length())
                .max()
                .orElse(0);
        Diagnostic conflict = Diagnostic.error(
                DiagnosticId.TWO_ALLOCATORS,
                "%s would link %d allocators; %s must link exactly one"
                        .formatted(name(), candidates.size(), kind.withArticle()));
        for (Candidate each : candidates) {
            conflict = conflict.withDetail(row(each, width));
        }
        List<Candidate> others = candidates.subList(1, candidates.size());
        conflict = KeepOne.help(
                conflict,
                others.stream().map(each -> closure.pathTo(each.artifact())).toList(),
                dialect);
        if (others.stream().anyMatch(Candidate::bound)) {
            return conflict.withHelp("or have either of them built as a library: without glue");
        }
        return candidates.get(0).bound()
                ? conflict.withHelp("to drop the first, have %s built as a library: without glue"
                        .formatted(candidates.get(0).artifact().coordinates().versionless()))
                : conflict;
    }

    private String row(Candidate candidate, int width) {
        return ("%-" + width + "s  %s %s")
                .formatted(
                        candidate.allocator(),
                        candidate.bound() ? "bound in" : "via",
                        closure.pathTo(candidate.artifact()));
    }

    private Diagnostic twoBindings(List<Contender<Marker.OfBinding>> bindings) {
        Diagnostic conflict = Diagnostic.error(
                DiagnosticId.TWO_BINDINGS,
                "%s depends on %d artifacts that are already bound; a program can have only one binding"
                        .formatted(name(), bindings.size()));
        for (Contender<Marker.OfBinding> each : bindings) {
            conflict = conflict.withDetail(bound(each));
        }
        return conflict.at(dialect.declaration(closure.pathTo(bindings.get(1).artifact())))
                .withHelp("depend on one of them only, or have the %s built as a library: without glue"
                        .formatted(bindings.size() == 2 ? "other" : "others"));
    }

    private String bound(Contender<Marker.OfBinding> contender) {
        return contender.what().allocator() + "  bound in " + closure.pathTo(contender.artifact());
    }

    private String name() {
        return closure.module().coordinates().versionless();
    }
}
