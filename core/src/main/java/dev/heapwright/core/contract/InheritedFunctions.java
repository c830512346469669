package dev.heapwright.core.contract;

import dev.heapwright.core.contract.Part.Element;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;

/**
 * Functions that a class has from the classes that it extends. They do not count: the code that the build generates
 * calls the allocator's own.
 *
 * @param type that inherits them
 * @param functions that it inherits, declared as the contract says, but for their access
 */
record InheritedFunctions(ClassShape type, List<ContractFunction> functions) {

    /** {@return those of the functions that a class inherits} */
    static InheritedFunctions of(ClassShape type, List<ContractFunction> missing) {
        return new InheritedFunctions(
                type,
                missing.stream()
                        .filter(function ->
                                type.superclasses().anyMatch(base -> has(base, function, type.packageName())))
                        .toList());
    }

    private static boolean has(ClassShape base, ContractFunction function, String fromPackage) {
        return FunctionMatch.nearest(base, function)
                .filter(match -> isInherited(
                        match.method().modifiers(), base.packageName().equals(fromPackage)))
                .filter(match ->
                        match.differences().stream().allMatch(difference -> difference.element() == Element.MODIFIERS))
                .isPresent();
    }

    private static boolean isInherited(int modifiers, boolean samePackage) {
        boolean visible = Modifier.isPublic(modifiers)
                || Modifier.isProtected(modifiers)
                || (samePackage && !Modifier.isPrivate(modifiers));
        return visible && Modifier.isStatic(modifiers);
    }

    /** {@return a declaration of an inherited function that calls it; empty for another function} */
    Optional<String> forwardingDeclaration(ContractFunction function) {
        // The class that declares it may be hidden behind the one that this one extends.
        return type.superclass()
                .filter(base -> functions.contains(function))
                .map(base -> function.forwardingDeclaration(base.name()));
    }

    /** {@return what to do about them, in one or two lines; none if there are none} */
    List<String> help() {
        if (functions.isEmpty()) {
            return List.of();
        }
        ClassShape base = type.superclass().orElseThrow();
        return ContractRules.errors(base).isEmpty()
                ? List.of(
                        base.name() + " has all five, but inherited functions do not count:",
                        "annotate that class instead, or declare them here and forward to it as shown")
                : List.of("inherited functions do not count: declare them here and forward to %s as shown"
                        .formatted(base.name()));
    }
}
