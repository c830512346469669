package dev.heapwright.core.link;

import dev.heapwright.core.marker.Marker;
import dev.heapwright.diagnostic.Diagnostic;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Decides which allocator a module is linked to. The rules are those of Rust's RFC 1183 for crates, carried over to
 * artifacts:
 *
 * <ol>
 * <li>An allocator artifact that depends on something that needs an allocator is refused, wherever it is found.
 * <li>A library is not linked.
 * <li>More than one distinct allocator, or more than one bound dependency, is refused, whether or not anything needs an
 *     allocator.
 * <li>If a dependency is bound, its binding is adopted.
 * <li>If nothing needs an allocator, or the heap is absent because a host provides it, none is linked.
 * <li>If there is one allocator in the closure, it is linked, explicitly.
 * <li>Otherwise, the default of the module's kind is linked, which is one of those shipped with the heap.
 * </ol>
 *
 * <p>An allocator that was selected but does not run on the module's Java release is refused; the built-in default is
 * replaced by the system's. All this is a pure function of the artifacts: their order is irrelevant, and only what is
 * among them is linked.
 *
 * @param target what the module produces
 * @param defaultAllocator what is linked to it if nothing is linked explicitly
 * @param heapwright the version of Heapwright, and thus of the shipped allocators
 * @param dialect how help is written
 */
public record Linker(LinkTarget target, DefaultAllocator defaultAllocator, String heapwright, Dialect dialect) {

    /**
     * Decides.
     *
     * @param closure the module and what it runs with
     * @return what to do
     */
    public Decision decide(Closure closure) {
        List<Diagnostic> problems = problems(closure);
        if (!problems.isEmpty()) {
            return new Decision.Refuse(problems);
        } else if (!target.kind().isFinal()) {
            return new Decision.NothingToLink("a library leaves the choice to its users");
        }
        // At most one; if several artifacts contain copies of its class, the nearest counts.
        List<Contender<AllocatorClass>> allocators = closure.nearest(Artifact::allocators);
        List<Contender<AllocatorClass>> tooNew = allocators.stream()
                .filter(contender -> contender.what().release() > target.release())
                .toList();
        List<Contender<Marker.OfBinding>> bindings = Contender.all(closure.dependencies(), Artifact::bindings);
        boolean bound = !bindings.isEmpty();
        if (!bound
                && closure.artifacts().stream()
                        .allMatch(artifact -> artifact.consumers().isEmpty())) {
            return new Decision.NothingToLink("nothing here needs an allocator");
        } else if (!bound && !closure.hasHeap()) {
            return new Decision.NothingToLink("the heap is not on its runtime class path: its host provides it");
        } else if (!tooNew.isEmpty()) {
            return refusal(new LinkErrors(closure, target, dialect).unavailableForTarget(tooNew.get(0), false));
        }
        return bound
                ? adopt(closure, bindings.get(0))
                : allocators.isEmpty() ? byDefault(closure) : link(closure, allocators.get(0), "linked explicitly");
    }

    private Decision adopt(Closure closure, Contender<Marker.OfBinding> binding) {
        Optional<Contender<AllocatorClass>> allocator =
                closure.allocator(binding.what().allocator());
        if (allocator.isEmpty()) {
            return refusal(new LinkErrors(closure, target, dialect).lacksBoundAllocator(binding));
        }
        return allocator.get().what().release() > target.release()
                ? refusal(new LinkErrors(closure, target, dialect).unavailableForTarget(allocator.get(), false))
                : new Decision.Adopt(binding.what(), binding.artifact().coordinates());
    }

    private List<Diagnostic> problems(Closure closure) {
        Stream<Diagnostic> circular = new CircularArtifacts(closure, target.kind()).problems().stream();
        if (!target.kind().isFinal()) {
            return circular.toList();
        }
        LinkErrors errors = new LinkErrors(closure, target, dialect);
        Stream<Diagnostic> chosen = Contender.all(closure.dependencies(), Artifact::choices).stream()
                .filter(choice -> !choice.artifact()
                        .allocatorNames()
                        .contains(choice.what().type()))
                .map(errors::notAnAllocator);
        return Stream.of(circular, new Conflicts(closure, target.kind(), dialect).problems().stream(), chosen)
                .flatMap(each -> each)
                .toList();
    }

    private Decision byDefault(Closure closure) {
        LinkErrors errors = new LinkErrors(closure, target, dialect);
        if (!(defaultAllocator instanceof DefaultAllocator.Shipped chosen)) {
            return refusal(errors.defaultTurnedOff(heapwright));
        }
        Optional<Contender<AllocatorClass>> found =
                closure.available(chosen.allocator().type());
        if (found.isEmpty()) {
            return refusal(errors.defaultNotThere(chosen.allocator(), heapwright));
        }
        int release = found.get().what().release();
        String reason = (chosen.configured() ? "configured default for " : "default for ")
                + target.kind().withArticle();
        if (release <= target.release()) {
            return link(closure, found.get(), reason);
        } else if (chosen.configured()) {
            return refusal(errors.unavailableForTarget(found.get(), true));
        }
        String why =
                "%s for Java %d, as %s needs Java %d".formatted(reason, target.release(), chosen.allocator(), release);
        return closure.available(ShippedAllocator.SYSTEM.type())
                .map(system -> link(closure, system, why))
                .orElseGet(() -> refusal(errors.defaultNotThere(ShippedAllocator.SYSTEM, heapwright)));
    }

    private static Decision link(Closure closure, Contender<AllocatorClass> allocator, String reason) {
        AllocatorClass type = allocator.what();
        return new Decision.Link(
                type.type(), type.optionalFunctions(), closure.holder(allocator).coordinates(), reason, false);
    }

    private static Decision refusal(Diagnostic problem) {
        return new Decision.Refuse(List.of(problem));
    }
}
