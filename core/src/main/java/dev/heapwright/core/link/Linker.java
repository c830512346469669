package dev.heapwright.core.link;

import dev.heapwright.core.marker.Marker;
import dev.heapwright.diagnostic.Diagnostic;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Decides which allocator a module is linked to.
 *
 * <p>Notation: the <em>closure</em> is the module M with all that it runs with. In it, A is the set of linked allocators,
 * each a class in the artifact that has it, so that one class in two artifacts is two; B the set of bound dependencies; N
 * whether anything needs an allocator; H whether the heap is there; D the default of M's kind.
 *
 * <p>Algorithm: the first of these that applies decides. They are the rules of Rust for crates [1], carried over to
 * artifacts; rustc did not count the crate being compiled [2], M counts here.
 *
 * <ol>
 * <li>An allocator's artifact depends on something that needs an allocator: refused, wherever it is found.
 * <li>M is a library: not linked.
 * <li>|A &cup; allocators of B| &gt; 1 or |B| &gt; 1: refused, whether or not N.
 * <li>|B| = 1: its binding is adopted.
 * <li>Not N, or not H because a host provides it: not linked.
 * <li>|A| = 1: linked, explicitly.
 * <li>Otherwise D is linked, which is one of those shipped with the heap.
 * </ol>
 *
 * <p>An allocator that was selected but does not run on the module's Java release is refused; the built-in default is
 * replaced by the system's. All this is a pure function of the artifacts: their order is irrelevant, and only what is
 * among them is linked.
 *
 * <p>References:
 *
 * <ol>
 * <li>A. Crichton, <a href="https://rust-lang.github.io/rfcs/1183-swap-out-jemalloc.html">RFC 1183: Allow changing the
 *     default allocator</a>, 2015.
 * <li><a href="https://github.com/rust-lang/rust/issues/42813">rust#42813</a>, 2017.
 * </ol>
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
        // At most one, or there would be a problem.
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
        Stream<Diagnostic> circular = new CircularArtifacts(closure, target.kind(), dialect).problems().stream();
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
                type.type(),
                type.optionalFunctions(),
                closure.holder(allocator).coordinates(),
                reason,
                GlueOptions.PLAIN);
    }

    private static Decision refusal(Diagnostic problem) {
        return new Decision.Refuse(List.of(problem));
    }
}
