package dev.heapwright.linker.packaged;

import dev.heapwright.core.link.Decision;
import dev.heapwright.core.name.ClassName;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.linker.glue.Glue;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The one binding of a module, under the names that its build knows.
 *
 * @param module the module
 * @param glue the class that binds it
 * @param allocator what it is bound to
 * @param holder what holds the allocator
 * @param from what holds the glue: the module itself, or the dependency whose binding it has adopted
 */
record ExpectedBinding(Coordinates module, ClassName glue, ClassName allocator, Coordinates holder, Coordinates from) {

    /** {@return what a decision leads to, if it is to be bound at all} */
    static Optional<ExpectedBinding> of(Coordinates module, Decision decision) {
        if (decision instanceof Decision.Link link) {
            return Optional.of(
                    new ExpectedBinding(module, Glue.nameFor(module), link.allocator(), link.artifact(), module));
        }
        return decision instanceof Decision.Adopt adopted
                ? Optional.of(new ExpectedBinding(
                        module, adopted.binding().glue(), adopted.allocator(), adopted.artifact(), adopted.from()))
                : Optional.empty();
    }

    /** {@return whether the module carries the glue itself} */
    boolean isOwn() {
        return from.equals(module);
    }

    /**
     * {@return the glue in a jar that is this binding's: under its name, or else under the one most like it, since a
     * relocation leaves the end of a name as it is}
     */
    Optional<PackagedGlue> in(List<PackagedGlue> found) {
        return found.stream()
                .filter(each -> isRelocated(glue, each.name()))
                .max(Comparator.<PackagedGlue, Boolean>comparing(
                                each -> each.name().equals(glue.binary()))
                        .thenComparingInt(each -> commonEnd(each.name()))
                        .thenComparing(PackagedGlue::name, Comparator.reverseOrder()));
    }

    /** {@return the name that the allocator has for some glue, if that calls it} */
    Optional<String> allocatorOf(PackagedGlue some) {
        return some.called().stream()
                .filter(name -> isRelocated(allocator, name))
                .findFirst();
    }

    /** A relocation changes where a class is, not what it is called there. */
    private static boolean isRelocated(ClassName original, String name) {
        return PackagedGlue.simpleName(original.binary()).equals(PackagedGlue.simpleName(name));
    }

    private int commonEnd(String name) {
        String original = glue.binary();
        int length = 0;
        while (length < Math.min(name.length(), original.length())
                && name.charAt(name.length() - 1 - length) == original.charAt(original.length() - 1 - length)) {
            length++;
        }
        return length;
    }
}
