package dev.heapwright.processor.reach;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import dev.heapwright.core.bytecode.Member;
import dev.heapwright.core.reach.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the allocators' sources refer to, in source order. */
final class References {
    private final List<Reference> all = new ArrayList<>();

    /**
     * A place in a source.
     *
     * @param tree the expression, type or declaration
     * @param unit the file that it is in
     */
    record Place(Tree tree, CompilationUnitTree unit) {}

    /**
     * A reference.
     *
     * @param from the member that it is in, or is the declaration of; its descriptor is empty
     * @param to what is referred to; its descriptor is empty, and so is its name if it is a class
     * @param place where it is
     */
    private record Reference(Member from, Member to, Place place) {

        boolean isFrom(Member other) {
            return isOf(other.type()) && from.name().equals(other.name());
        }

        boolean isOf(String type) {
            return from.type().equals(type);
        }

        boolean isTo(Member other) {
            return isIn(other.type()) && isNamed(other);
        }

        boolean isNamed(Member other) {
            return to.name().equals(other.name());
        }

        boolean isIn(String type) {
            return to.type().equals(type);
        }
    }

    void add(Member from, Member to, Place place) {
        all.add(new Reference(from, to, place));
    }

    /**
     * {@return where a way starts: the reference from its first step to its second one, or whatever comes nearest}
     *
     * @param way from an allocator to a consumer
     */
    Optional<Place> start(List<Step> way) {
        Member from = way.get(0).member();
        Member to = way.get(1).member();
        return Stream.<Predicate<Reference>>of(
                        each -> each.isFrom(from) && each.isTo(to),
                        each -> each.isFrom(from) && each.isIn(to.type()),
                        // The called method may be overridden by that of the way.
                        each -> each.isFrom(from) && each.isNamed(to),
                        each -> each.isFrom(from),
                        each -> each.isOf(from.type()) && each.isIn(to.type()),
                        each -> each.isOf(from.type()))
                .flatMap(test -> all.stream().filter(test).limit(1))
                .map(Reference::place)
                .findFirst();
    }
}
