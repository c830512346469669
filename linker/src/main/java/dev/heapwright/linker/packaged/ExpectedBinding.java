package dev.heapwright.linker.packaged;

import dev.heapwright.core.link.Decision;
import dev.heapwright.core.name.ClassName;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.linker.glue.Glue;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The binding that a module is supposed to have, under the original names.
 *
 * @param module the module
 * @param glue the class that binds it
 * @param allocator the allocator that it is bound to
 * @param holder the artifact that contains the allocator
 * @param from the artifact that contains the glue: the module itself, or the dependency whose binding it has adopted
 */
record ExpectedBinding(Coordinates module, ClassName glue, ClassName allocator, Coordinates holder, Coordinates from) {

    /** {@return the binding according to a decision, if the module is to be bound at all} */
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
     * {@return this binding's glue in a jar: under its name, or else under the most similar one, since a relocation
     * does not change the end of a name}
     */
    Optional<PackagedGlue> in(List<PackagedGlue> found) {
        return found.stream()
                .filter(each -> isRelocated(glue, each.name()))
                .max(Comparator.<PackagedGlue, Boolean>comparing(
                                each -> each.name().equals(glue.binary()))
                        .thenComparingInt(each -> commonEnd(each.name()))
                        .thenComparing(PackagedGlue::name, Comparator.reverseOrder()));
    }

    /** {@return the allocator's name in some glue, if that calls it} */
    Optional<String> allocatorOf(PackagedGlue some) {
        return some.called().stream()
                .filter(name -> isRelocated(allocator, name))
                .findFirst();
    }

    /** A relocation changes a class's package, not its simple name. */
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
