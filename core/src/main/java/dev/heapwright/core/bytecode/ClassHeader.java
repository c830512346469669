package dev.heapwright.core.bytecode;

import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Type;

/**
 * What a class file says about other types at its start, which is read without the members: that is cheap enough to be
 * done for all classes of a program.
 *
 * @param name binary name of the class
 * @param supertypes binary names of its superclass and its interfaces
 * @param lambdas binary names of the types of which it creates objects without having a class for them, such as
 *     lambdas; some may be none
 */
public record ClassHeader(String name, Set<String> supertypes, Set<String> lambdas) {
    /** The tag of a constant for an {@code invokedynamic} instruction (JVMS 4.4.10). */
    private static final int INVOKE_DYNAMIC = 18;

    /** Copies the sets. */
    public ClassHeader {
        supertypes = Set.copyOf(supertypes);
        lambdas = Set.copyOf(lambdas);
    }

    /**
     * Reads a class file.
     *
     * @param bytes of the file
     * @return what it says
     * @throws MalformedClassFileException if it is not a class file, or is truncated
     */
    public static ClassHeader read(byte[] bytes) throws MalformedClassFileException {
        try {
            ClassReader reader = ClassFile.reader(bytes);
            Set<String> supertypes = new HashSet<>();
            if (reader.getSuperName() != null) {
                supertypes.add(ClassFile.binaryName(reader.getSuperName()));
            }
            for (String each : reader.getInterfaces()) {
                supertypes.add(ClassFile.binaryName(each));
            }
            return new ClassHeader(ClassFile.binaryName(reader.getClassName()), supertypes, lambdas(reader));
        } catch (RuntimeException e) {
            throw ClassFile.malformed(bytes, e);
        }
    }

    private static Set<String> lambdas(ClassReader reader) {
        Set<String> types = new HashSet<>();
        char[] buffer = new char[reader.getMaxStringLength()];
        for (int i = 1; i < reader.getItemCount(); i++) {
            int constant = reader.getItem(i);
            if (constant > 0 && reader.readByte(constant - 1) == INVOKE_DYNAMIC) {
                int nameAndType = reader.getItem(reader.readUnsignedShort(constant + 2));
                Type created = Type.getReturnType(reader.readUTF8(nameAndType + 2, buffer));
                if (created.getSort() == Type.OBJECT) {
                    types.add(created.getClassName());
                }
            }
        }
        return types;
    }
}
