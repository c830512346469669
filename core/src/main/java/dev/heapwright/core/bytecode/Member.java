package dev.heapwright.core.bytecode;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.objectweb.asm.Type;

/**
 * A method, a constructor, a static initialiser or a field, as a class file names it.
 *
 * @param type binary name of its class
 * @param name such as {@code allocate} or {@link #CONSTRUCTOR}
 * @param descriptor its types (JVMS 4.3); that of a method starts with a parenthesis
 */
public record Member(String type, String name, String descriptor) implements Comparable<Member> {
    /** The name of constructors. */
    public static final String CONSTRUCTOR = "<init>";

    /** The static initialiser of a class. */
    public static final String STATIC_INITIALISER = "<clinit>";

    private static final Comparator<Member> ORDER =
            Comparator.comparing(Member::type).thenComparing(Member::name).thenComparing(Member::descriptor);

    static Member of(String internalType, String name, String descriptor) {
        return new Member(ClassFile.binaryName(internalType), name, descriptor);
    }

    /** {@return name and descriptor, which a method has in common with what it overrides} */
    public String signature() {
        return name + descriptor;
    }

    /**
     * {@return the member of the same signature in another class}
     *
     * @param other binary name of the other class
     */
    public Member in(String other) {
        return new Member(other, name, descriptor);
    }

    @Override
    public int compareTo(Member other) {
        return ORDER.compare(this, other);
    }

    /** {@return it as source refers to it, such as {@code com.acme.Chunks.grow(long)}} */
    @Override
    public String toString() {
        if (!descriptor.startsWith("(")) {
            return type + "." + name;
        }
        String parameters = Arrays.stream(Type.getArgumentTypes(descriptor))
                .map(each -> each.getClassName().substring(each.getClassName().lastIndexOf('.') + 1))
                .collect(Collectors.joining(", ", "(", ")"));
        return switch (name) {
            case CONSTRUCTOR -> "new " + type + parameters;
            case STATIC_INITIALISER -> type + " (static initialiser)";
            default -> type + "." + name + parameters;
        };
    }
}
