package dev.heapwright.core.bytecode;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

/**
 * The members of a class, and what their code uses.
 *
 * @param superclasses binary names; one, or none, but several if class files differ
 * @param interfaces binary names
 * @param methods by {@link Member#signature()}
 * @param fields its fields
 */
public record ClassCode(
        Set<String> superclasses, Set<String> interfaces, Map<String, Method> methods, Set<Member> fields) {

    /** A class of which nothing is known. */
    public static final ClassCode UNKNOWN = new ClassCode(Set.of(), Set.of(), Map.of(), Set.of());

    /** Copies the collections. */
    public ClassCode {
        superclasses = Set.copyOf(superclasses);
        interfaces = Set.copyOf(interfaces);
        methods = Map.copyOf(methods);
        fields = Set.copyOf(fields);
    }

    /**
     * A method.
     *
     * @param member its name
     * @param modifiers as in the class file
     * @param uses what its code uses
     */
    public record Method(Member member, int modifiers, Set<Use> uses) {

        /** Copies the set. */
        public Method {
            uses = Set.copyOf(uses);
        }

        /** {@return whether it is called on an object, and by whatever class the object is of} */
        public boolean isVirtual() {
            return (modifiers & (Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE)) == 0
                    && !member.name().equals(Member.CONSTRUCTOR);
        }

        /** {@return whether a subclass may override it} */
        public boolean isOverridable() {
            return isVirtual() && (modifiers & Opcodes.ACC_FINAL) == 0;
        }

        /** {@return whether it has no code} */
        public boolean isAbstract() {
            return (modifiers & Opcodes.ACC_ABSTRACT) != 0;
        }

        /** {@return whether it is the compiler's: the body of a lambda, a bridge} */
        public boolean isSynthetic() {
            return (modifiers & Opcodes.ACC_SYNTHETIC) != 0;
        }

        Method or(Method other) {
            Set<Use> both = new HashSet<>(uses);
            both.addAll(other.uses);
            return new Method(member, modifiers & other.modifiers, both);
        }
    }

    /** {@return the binary names of its superclass and its interfaces} */
    public List<String> supertypes() {
        return Stream.concat(superclasses.stream(), interfaces.stream()).toList();
    }

    /**
     * {@return what a class is that has two class files, for different JVMs: whatever one of them says}
     *
     * @param other what the other class file says
     */
    public ClassCode or(ClassCode other) {
        Map<String, Method> both = new HashMap<>(methods);
        other.methods.forEach((signature, method) -> both.merge(signature, method, Method::or));
        return new ClassCode(
                union(superclasses, other.superclasses),
                union(interfaces, other.interfaces),
                both,
                union(fields, other.fields));
    }

    private static <T> Set<T> union(Set<T> one, Set<T> other) {
        Set<T> both = new HashSet<>(one);
        both.addAll(other);
        return both;
    }

    /**
     * Reads a class file.
     *
     * @param bytes of the file
     * @return its members, and what their code uses
     * @throws MalformedClassFileException if it is not a class file, or is truncated
     */
    public static ClassCode read(byte[] bytes) throws MalformedClassFileException {
        return read(bytes, 0);
    }

    /**
     * Reads a class file without its code.
     *
     * @param bytes of the file
     * @return its members, which use nothing
     * @throws MalformedClassFileException if it is not a class file, or is truncated
     */
    public static ClassCode readDeclarations(byte[] bytes) throws MalformedClassFileException {
        return read(bytes, ClassReader.SKIP_CODE);
    }

    private static ClassCode read(byte[] bytes, int options) throws MalformedClassFileException {
        try {
            MemberReader members = new MemberReader();
            ClassFile.reader(bytes).accept(members, options | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
            return members.finish();
        } catch (RuntimeException | StackOverflowError e) {
            // StackOverflowError: constants may be nested too deeply, or in themselves.
            throw ClassFile.malformed(bytes, e);
        }
    }
}
