package dev.heapwright.core.link;

import dev.heapwright.core.diagnostic.Diagnostic;
import dev.heapwright.core.marker.Marker;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Decides which allocator a module is linked to. The rules are those of Rust's RFC 1183 for crates, carried over to
 * artifacts:
 *
 * <ol>
 * <li>An allocator artifact that depends on something that needs an allocator is refused, wherever it is seen.
 * <li>A library is linked to none.
 * <li>More than one distinct allocator, or more than one dependency that is bound already, is refused, whether or not
 *     anything needs an allocator.
 * <li>A dependency that is bound already: its binding is adopted.
 * <li>Nothing needs an allocator, or the heap is not there because a host has it: none is linked.
 * <li>One allocator in the closure: it is linked, explicitly.
 * <li>Otherwise the default of the module's kind, which is among what comes along with the heap.
 * </ol>
 *
 * <p>An allocator that was chosen but does not run on the module's Java release is refused; the built-in default is
 * replaced by the system's. All this is a pure function of the artifacts: their order is of no meaning, and nothing is
 * linked that is not among them.
 *
 * @param product what the module produces
 * @param defaultAllocator what is linked to it where nothing is linked explicitly
 * @param heapwright the version of Heapwright, which what comes with it has
 */
public record Linker(Product product, DefaultAllocator defaultAllocator, String heapwright) {

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
        } else if (!product.kind().isFinal()) {
            return new Decision.NothingToLink("a library leaves the choice to those who use it");
        }
        // One, but for copies of its class in several artifacts, of which the nearest counts.
        List<Party<AllocatorClass>> allocators = closure.nearest(Artifact::allocators);
        List<Party<AllocatorClass>> tooNew = allocators.stream()
                .filter(party -> party.what().release() > product.release())
                .toList();
        List<Party<Marker.OfBinding>> bindings = Party.all(closure.dependencies(), Artifact::bindings);
        boolean bound = !bindings.isEmpty();
        if (!bound
                && closure.artifacts().stream()
                        .allMatch(artifact -> artifact.needers().isEmpty())) {
            return new Decision.NothingToLink("nothing here needs an allocator");
        } else if (!bound && closure.artifacts().stream().noneMatch(Artifact::hasHeap)) {
            return new Decision.NothingToLink("the heap is not among what it runs with, so it is that of its host");
        } else if (!tooNew.isEmpty()) {
            return refusal(new Refusals(closure, product).unavailableForTarget(tooNew.get(0), false));
        }
        return bound
                ? adopt(closure, bindings.get(0))
                : allocators.isEmpty() ? byDefault(closure) : link(closure, allocators.get(0), "linked explicitly");
    }

    private Decision adopt(Closure closure, Party<Marker.OfBinding> binding) {
        Optional<Party<AllocatorClass>> allocator =
                closure.allocator(binding.what().allocator());
        if (allocator.isEmpty()) {
            return refusal(new Refusals(closure, product).lacksBoundAllocator(binding));
        }
        return allocator.get().what().release() > product.release()
                ? refusal(new Refusals(closure, product).unavailableForTarget(allocator.get(), false))
                : new Decision.Adopt(binding.what(), binding.artifact().coordinates());
    }

    private List<Diagnostic> problems(Closure closure) {
        Stream<Diagnostic> circular = new CircularArtifacts(closure, product.kind()).problems().stream();
        if (!product.kind().isFinal()) {
            return circular.toList();
        }
        Refusals refusals = new Refusals(closure, product);
        Stream<Diagnostic> chosen = Party.all(closure.dependencies(), Artifact::choices).stream()
                .filter(choice -> !choice.artifact()
                        .allocatorNames()
                        .contains(choice.what().type()))
                .map(refusals::notAnAllocator);
        return Stream.of(circular, new Conflicts(closure, product.kind()).problems().stream(), chosen)
                .flatMap(each -> each)
                .toList();
    }

    private Decision byDefault(Closure closure) {
        Refusals refusals = new Refusals(closure, product);
        if (!(defaultAllocator instanceof DefaultAllocator.Shipped chosen)) {
            return refusal(refusals.defaultTurnedOff(heapwright));
        }
        Optional<Party<AllocatorClass>> found =
                closure.available(chosen.allocator().type());
        if (found.isEmpty()) {
            return refusal(refusals.defaultNotThere(chosen.allocator(), heapwright));
        }
        int release = found.get().what().release();
        String reason = (chosen.configured() ? "configured default for " : "default for ")
                + product.kind().withArticle();
        if (release <= product.release()) {
            return link(closure, found.get(), reason);
        } else if (chosen.configured()) {
            return refusal(refusals.unavailableForTarget(found.get(), true));
        }
        String why =
                "%s for Java %d, as %s needs Java %d".formatted(reason, product.release(), chosen.allocator(), release);
        return closure.available(ShippedAllocator.SYSTEM.type())
                .map(system -> link(closure, system, why))
                .orElseGet(() -> refusal(refusals.defaultNotThere(ShippedAllocator.SYSTEM, heapwright)));
    }

    private static Decision link(Closure closure, Party<AllocatorClass> allocator, String reason) {
        AllocatorClass type = allocator.what();
        return new Decision.Link(
                type.type(), type.optionalFunctions(), closure.holder(allocator).coordinates(), reason, false);
    }

    private static Decision refusal(Diagnostic problem) {
        return new Decision.Refuse(List.of(problem));
    }
}
