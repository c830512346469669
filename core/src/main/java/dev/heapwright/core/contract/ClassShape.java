package dev.heapwright.core.contract;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The declaration of a class that is meant to be an allocator, however it was read: from a compiler's model, a class
 * file, or parsed source.
 *
 * @param packageName of its package; empty for the unnamed one
 * @param name canonical name
 * @param kind which kind of type it is
 * @param nesting where it is declared
 * @param modifiers as in {@link java.lang.reflect.Modifier}, those that the language implies included
 * @param generic whether it declares type parameters
 * @param superclass the class that it extends, if it was read
 * @param enclosing the classes that it is nested in, from the inside out
 * @param functions its methods, at least those that are named like functions of the contract, in the order of the
 *     declaration
 */
public record ClassShape(
        String packageName,
        String name,
        Kind kind,
        Nesting nesting,
        int modifiers,
        boolean generic,
        Optional<ClassShape> superclass,
        List<Enclosing> enclosing,
        List<FunctionShape> functions) {

    /** The kinds of types (JLS 8, 9). */
    public enum Kind {
        /** A class that is neither an enum nor a record. */
        CLASS("a class"),
        /** An interface that is not an annotation interface. */
        INTERFACE("an interface"),
        /** An enum class. */
        ENUM("an enum"),
        /** A record class. */
        RECORD("a record"),
        /** An annotation interface. */
        ANNOTATION("an annotation interface");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** {@return the kind with its article, as messages show it} */
        String words() {
            return words;
        }
    }

    /** Where a type is declared. */
    public enum Nesting {
        /** By itself. */
        TOP_LEVEL,
        /** As a member of another type. */
        MEMBER,
        /** In a block of code, with or without a name. */
        LOCAL
    }

    /**
     * A class that another one is nested in.
     *
     * @param name canonical name
     * @param isPublic whether it is declared public, or is a member of an interface
     */
    public record Enclosing(String name, boolean isPublic) {}

    /** Copies the lists. */
    public ClassShape {
        enclosing = List.copyOf(enclosing);
        functions = List.copyOf(functions);
    }

    /**
     * {@return the same with the class that it extends}
     *
     * @param base that class, if it was read
     */
    public ClassShape extending(Optional<ClassShape> base) {
        return new ClassShape(packageName, name, kind, nesting, modifiers, generic, base, enclosing, functions);
    }

    /** {@return the classes that it inherits from, from the nearest on, as far as they were read} */
    Stream<ClassShape> superclasses() {
        return Stream.iterate(superclass, Optional::isPresent, next -> next.flatMap(ClassShape::superclass))
                .flatMap(Optional::stream);
    }
}
