package dev.heapwright.core.bytecode;

import dev.heapwright.core.contract.ClassShape;
import java.lang.reflect.Modifier;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

/**
 * The declarations in a class file.
 *
 * @param release the oldest Java release that it runs on, such as 17
 * @param name binary name
 * @param outermost binary name of the class that is around all others that it is nested in, or its own
 * @param superclass binary name of the class that it extends; empty for {@code Object} and for a module
 * @param annotations binary names of the annotations on it
 * @param shape its declaration, with those of its methods that are named like functions of the contract; whether the
 *     outermost class is public, another file tells ({@link #shapeWithin})
 */
public record ClassFile(
        int release, String name, String outermost, String superclass, Set<String> annotations, ClassShape shape) {

    /** In bytes; more than any compiler writes. A larger file is not read. */
    public static final int LARGEST = 16 * 1024 * 1024;

    /** The magic number of a class file (JVMS 4.1). */
    private static final int MAGIC = 0xCAFEBABE;

    /** The difference between a class file's major version and the Java release (JVMS 4.1, table 4.1-A). */
    private static final int MAJOR_VERSION_OF_RELEASE = 44;

    /**
     * The highest major version (JVMS 4.1) that is known here: an unreadable file of a later one need not be damaged.
     */
    private static final int NEWEST = Opcodes.V25;

    /** Copies the set. */
    public ClassFile {
        annotations = Set.copyOf(annotations);
    }

    /** {@return its canonical name, as source writes it} */
    public String canonicalName() {
        return shape.name();
    }

    /**
     * {@return its declaration, when it is known whether the outermost class is public}
     *
     * @param outer the class file of the outermost class
     */
    public ClassShape shapeWithin(ClassFile outer) {
        int last = shape.enclosing().size() - 1;
        if (last < 0) {
            return shape;
        }
        List<ClassShape.Enclosing> enclosing = new ArrayList<>(shape.enclosing());
        enclosing.set(
                last,
                new ClassShape.Enclosing(
                        enclosing.get(last).name(),
                        Modifier.isPublic(outer.shape().modifiers())));
        return new ClassShape(
                shape.packageName(),
                shape.name(),
                shape.kind(),
                shape.nesting(),
                shape.modifiers(),
                shape.generic(),
                shape.superclass(),
                enclosing,
                shape.functions());
    }

    /**
     * Reads a class file. It may be from a Java newer than this program knows: the format of what is read here has not
     * changed since Java 5.
     *
     * @param bytes of the file
     * @return its declarations
     * @throws MalformedClassFileException if it is not a class file, or is truncated
     */
    public static ClassFile read(byte[] bytes) throws MalformedClassFileException {
        try {
            Declarations declarations = new Declarations();
            reader(bytes)
                    .accept(declarations, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
            return declarations.finish(majorVersion(bytes) - MAJOR_VERSION_OF_RELEASE);
        } catch (RuntimeException e) {
            throw malformed(bytes, e);
        }
    }

    /**
     * {@return what to throw if ASM failed, which documents no exception for a malformed file: it may throw any}
     *
     * @param bytes of a file that {@link #reader} has accepted
     */
    static MalformedClassFileException malformed(byte[] bytes, Throwable failure) {
        return isOfUnknownJava(bytes)
                ? new MalformedClassFileException(
                        "it is corrupt, or compiled for a newer Java than this version of Heapwright supports", true)
                : new MalformedClassFileException("it is corrupt: damaged, or cut off", failure);
    }

    /**
     * {@return a reader that accepts a file of any Java version; creating and using it may throw any
     * {@link RuntimeException}}
     */
    static ClassReader reader(byte[] bytes) throws MalformedClassFileException {
        if (bytes.length > LARGEST) {
            throw new MalformedClassFileException("it is larger than " + LARGEST + " bytes", isOfUnknownJava(bytes));
        }
        if (bytes.length < 10 || ByteBuffer.wrap(bytes).getInt() != MAGIC) {
            throw new MalformedClassFileException("it is not a class file");
        }
        byte[] readable = Arrays.copyOf(bytes, bytes.length);
        // ASM rejects versions that it does not know, even if only the name is read.
        readable[6] = 0;
        readable[7] = Opcodes.V17;
        return new ClassReader(readable);
    }

    private static boolean isOfUnknownJava(byte[] bytes) {
        return ByteBuffer.wrap(bytes).getInt() == MAGIC && majorVersion(bytes) > NEWEST;
    }

    private static int majorVersion(byte[] bytes) {
        return ByteBuffer.wrap(bytes).getShort(6) & 0xFFFF;
    }

    static String binaryName(String internalName) {
        return internalName.replace('/', '.');
    }
}
