package dev.heapwright.core.reach;

import dev.heapwright.core.bytecode.Member;
import java.util.Comparator;

/**
 * Something that an allocator's code reaches.
 *
 * @param kind what it is
 * @param member the method or the field; otherwise of no meaning but for its class
 */
public record Step(Kind kind, Member member) implements Comparable<Step> {
    private static final Comparator<Step> ORDER =
            Comparator.comparing(Step::type).thenComparing(Step::kind).thenComparing(Step::member);

    /** What can be reached. */
    public enum Kind {
        /** A method or a constructor that is called. */
        METHOD,
        /** A field that is read or written. */
        FIELD,
        /** An object of exactly that class, of which the JDK may call the methods that it knows. */
        INSTANCE,
        /** The static initialiser of a class that is initialised; it need not have one. */
        INITIALISER
    }

    static Step method(Member member) {
        return new Step(Kind.METHOD, member);
    }

    static Step field(Member member) {
        return new Step(Kind.FIELD, member);
    }

    static Step instance(String type) {
        return new Step(Kind.INSTANCE, new Member(type, Member.CONSTRUCTOR, "()V"));
    }

    static Step initialiser(String type) {
        return new Step(Kind.INITIALISER, new Member(type, Member.STATIC_INITIALISER, "()V"));
    }

    /** {@return the binary name of the class whose code it is} */
    public String type() {
        return member.type();
    }

    @Override
    public int compareTo(Step other) {
        return ORDER.compare(this, other);
    }

    /** {@return it as it is shown} */
    @Override
    public String toString() {
        return kind == Kind.INSTANCE ? type() + " (an instance, which the JDK may call)" : member.toString();
    }
}
