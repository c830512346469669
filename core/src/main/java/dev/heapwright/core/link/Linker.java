package dev.heapwright.core.link;

import dev.heapwright.core.diagnostic.Diagnostic;
import dev.heapwright.core.marker.Marker;
import java.util.List;
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
 * <li>Otherwise the default of the module's kind.
 * </ol>
 *
 * <p>An allocator that was chosen but does not run on the module's Java release is refused; a default is replaced by
 * the system's. All this is a pure function of the artifacts: their order is of no meaning.
 *
 * @param product what the module produces
 * @param defaultAllocator what is linked to it where nothing is linked explicitly
 * @param heapwright the version of Heapwright, which the allocators that come with it have
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
        List<Party<AllocatorClass>> allocators = allocators(closure);
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
            return refusal(new Refusals(closure, product).unavailableForTarget(tooNew.get(0)));
        } else if (bound) {
            return new Decision.Adopt(
                    bindings.get(0).what(), bindings.get(0).artifact().coordinates());
        }
        return allocators.isEmpty() ? byDefault(closure) : link(allocators.get(0), "linked explicitly");
    }

    /**
     * Decides again, after a default was added to the dependencies.
     *
     * @param closure the module and what it runs with, now with the default and what that depends on
     * @param chosen what {@link #decide} has said
     * @return to link it, to link another default instead, or to refuse it
     * @throws IllegalArgumentException if the default is not in the closure
     */
    public Decision linkDefault(Closure closure, Decision.LinkDefault chosen) {
        Artifact artifact = closure.dependencies().stream()
                .filter(each -> each.coordinates()
                        .versionless()
                        .equals(chosen.artifact().versionless()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(chosen.artifact() + " is not in the closure"));
        if (artifact.allocators().isEmpty()) {
            return refusal(new Refusals(closure, product).notAnAllocator(chosen.artifact()));
        }
        List<Diagnostic> problems = problems(closure);
        if (!problems.isEmpty()) {
            return new Decision.Refuse(problems);
        }
        AllocatorClass allocator = artifact.allocators().get(0);
        return allocator.release() > product.release()
                ? system(chosen.artifact().toString(), allocator.release())
                : link(new Party<>(allocator, artifact), chosen.reason());
    }

    /** One, but for copies of its class in several artifacts, of which the nearest counts. */
    private static List<Party<AllocatorClass>> allocators(Closure closure) {
        List<Party<AllocatorClass>> allocators = Party.all(closure.artifacts(), Artifact::allocators);
        return allocators.size() <= 1 ? allocators : Party.all(closure.nearestFirst(), Artifact::allocators);
    }

    private List<Diagnostic> problems(Closure closure) {
        List<Diagnostic> circular = new CircularArtifacts(closure, product.kind()).problems();
        List<Diagnostic> conflicts =
                product.kind().isFinal() ? new Conflicts(closure, product.kind()).problems() : List.of();
        return Stream.concat(circular.stream(), conflicts.stream()).toList();
    }

    private Decision byDefault(Closure closure) {
        if (defaultAllocator instanceof DefaultAllocator.Shipped shipped) {
            ShippedAllocator allocator = shipped.allocator();
            return allocator.release() > product.release()
                    ? system(allocator.toString(), allocator.release())
                    : new Decision.LinkDefault(allocator.artifact(heapwright), reason(shipped.configured()));
        } else if (defaultAllocator instanceof DefaultAllocator.Custom custom) {
            return new Decision.LinkDefault(custom.artifact(), reason(true));
        }
        return refusal(new Refusals(closure, product).noAllocator(heapwright));
    }

    private Decision system(String wanted, int release) {
        return new Decision.LinkDefault(
                ShippedAllocator.SYSTEM.artifact(heapwright),
                "%s for Java %d, as %s needs Java %d".formatted(reason(false), product.release(), wanted, release));
    }

    private String reason(boolean configured) {
        return (configured ? "configured default for " : "default for ")
                + product.kind().withArticle();
    }

    private static Decision link(Party<AllocatorClass> allocator, String reason) {
        AllocatorClass type = allocator.what();
        return new Decision.Link(
                type.type(), type.optionalFunctions(), allocator.artifact().coordinates(), reason, false);
    }

    private static Decision refusal(Diagnostic problem) {
        return new Decision.Refuse(List.of(problem));
    }
}
