package dev.heapwright.core.link;

import dev.heapwright.core.marker.Marker;
import dev.heapwright.core.name.ClassName;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Decides which allocator a module is linked to. The rules are those of Rust's RFC 1183 for crates, carried over to
 * artifacts:
 *
 * <ol>
 * <li>A library is linked to none.
 * <li>More than one distinct allocator, or more than one dependency that is bound already, is refused, whether or not
 *     anything needs an allocator.
 * <li>A dependency that is bound already: its binding is adopted.
 * <li>Nothing needs an allocator: none is linked.
 * <li>One allocator in the closure: it is linked, explicitly.
 * <li>Otherwise the default of the module's kind.
 * </ol>
 */
public final class Linker {
    private Linker() {}

    /**
     * Decides.
     *
     * @param closure the module and what it runs with
     * @param kind what the module produces
     * @return what to do; the same for the same artifacts, in whichever order they are listed
     */
    public static Decision decide(Closure closure, Kind kind) {
        if (kind == Kind.LIBRARY) {
            return new Decision.NothingToLink("a library leaves the choice to those who use it");
        }
        List<Party<ClassName>> allocators = allocators(closure);
        List<Party<Marker.OfBinding>> bindings = Party.all(closure.dependencies(), Artifact::bindings);
        if (allocators.size() > 1 || bindings.size() > 1) {
            return new Decision.Refuse(new Conflicts(closure.module().coordinates(), kind).of(allocators, bindings));
        }
        if (!bindings.isEmpty()) {
            Party<Marker.OfBinding> bound = bindings.get(0);
            return new Decision.Adopt(bound.what(), bound.artifact().coordinates());
        }
        if (closure.artifacts().stream().allMatch(artifact -> artifact.needers().isEmpty())) {
            return new Decision.NothingToLink("nothing here needs an allocator");
        }
        if (!allocators.isEmpty()) {
            Party<ClassName> allocator = allocators.get(0);
            return new Decision.Link(allocator.what(), allocator.artifact().coordinates(), "linked explicitly");
        }
        return new Decision.LinkDefault();
    }

    /**
     * Links a default allocator.
     *
     * @param allocator the artifact that was resolved for it
     * @param kind what the module produces
     * @return the link
     * @throws IllegalArgumentException if the artifact does not hold exactly one allocator
     */
    public static Decision.Link linkDefault(Artifact allocator, Kind kind) {
        if (allocator.allocators().size() != 1) {
            throw new IllegalArgumentException(
                    allocator.coordinates() + " has " + allocator.allocators().size() + " allocators");
        }
        return new Decision.Link(
                allocator.allocators().get(0), allocator.coordinates(), "default for " + kind.withArticle());
    }

    /** The distinct ones: the classes in the closure, and those that the bindings name unless they are among them. */
    private static List<Party<ClassName>> allocators(Closure closure) {
        Stream<Party<ClassName>> classes = Party.all(closure.artifacts(), Artifact::allocators).stream();
        Stream<Party<ClassName>> bound = Party.all(closure.dependencies(), Artifact::boundTo).stream();
        Set<ClassName> seen = new HashSet<>();
        return Stream.concat(classes, bound)
                .filter(party -> seen.add(party.what()))
                .toList();
    }
}
