package dev.heapwright.core.bytecode;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * What a class file declares.
 *
 * @param release the oldest Java release that it runs on, such as 17
 * @param name binary name
 * @param canonicalName as source writes it
 * @param superclass binary name of the class that it extends; empty for {@code Object} and for a module
 * @param access flags of the class (JVMS 4.1); for a nested one those of its declaration (JVMS 4.7.6)
 * @param generic whether it declares type parameters
 * @param annotations binary names of the annotations on it
 * @param methods in the order of the file
 */
public record ClassFile(
        int release,
        String name,
        String canonicalName,
        String superclass,
        int access,
        boolean generic,
        Set<String> annotations,
        List<Method> methods) {

    /** More than any compiler writes; a larger one is not read. In bytes. */
    public static final int LARGEST = 16 * 1024 * 1024;

    /** What a class file starts with (JVMS 4.1). */
    private static final int MAGIC = 0xCAFEBABE;

    /** What a class file's major version has more than the release (JVMS 4.1, table 4.1-A). */
    private static final int MAJOR_VERSION_OF_RELEASE = 44;

    /** The major version (JVMS 4.1) up to which a file that cannot be read is known to be damaged. */
    private static final int NEWEST = Opcodes.V25;

    /**
     * A method as declared.
     *
     * @param name its name
     * @param descriptor its descriptor (JVMS 4.3.3)
     * @param access flags (JVMS 4.6)
     * @param generic whether it declares type parameters
     * @param exceptions binary names of the exceptions it declares
     */
    public record Method(String name, String descriptor, int access, boolean generic, List<String> exceptions) {
        /** Copies the list. */
        public Method {
            exceptions = List.copyOf(exceptions);
        }
    }

    /** Copies the collections. */
    public ClassFile {
        annotations = Set.copyOf(annotations);
        methods = List.copyOf(methods);
    }

    /**
     * Reads one. It may come from a newer Java than this program knows: what is read here has been the same since
     * Java 5.
     *
     * @param bytes of the file
     * @return its declarations
     * @throws MalformedClassFileException if it is no class file, or only a part of one
     */
    public static ClassFile read(byte[] bytes) throws MalformedClassFileException {
        try {
            Declarations declarations = new Declarations();
            reader(bytes)
                    .accept(declarations, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
            return declarations.finish(majorVersion(bytes) - MAJOR_VERSION_OF_RELEASE);
        } catch (RuntimeException e) {
            // ASM documents no exception for a mangled file: it fails where it stumbles.
            throw new MalformedClassFileException(
                    majorVersion(bytes) > NEWEST
                            ? "it is corrupt, or compiled for a newer Java than this version of Heapwright supports"
                            : "it is corrupt: " + e);
        }
    }

    /**
     * {@return a reader that does not mind from which Java the file is; like all that it does, to be asked for within
     * a {@code try} for {@link RuntimeException}}
     */
    static ClassReader reader(byte[] bytes) throws MalformedClassFileException {
        if (bytes.length > LARGEST) {
            throw new MalformedClassFileException("it is larger than " + LARGEST + " bytes");
        }
        if (bytes.length < 10 || ByteBuffer.wrap(bytes).getInt() != MAGIC) {
            throw new MalformedClassFileException("it is not a class file");
        }
        byte[] readable = Arrays.copyOf(bytes, bytes.length);
        // ASM refuses versions that it does not know, even to read a name.
        readable[6] = 0;
        readable[7] = Opcodes.V17;
        return new ClassReader(readable);
    }

    private static int majorVersion(byte[] bytes) {
        return ByteBuffer.wrap(bytes).getShort(6) & 0xFFFF;
    }

    static String binaryName(String internalName) {
        return internalName.replace('/', '.');
    }

    private static final class Declarations extends ClassVisitor {
        private String name = "";
        private String superclass = "";
        private int access;
        private boolean generic;
        /** Of the annotations. What a file says millions of times costs the reading of it once. */
        private final Set<String> descriptors = new HashSet<>();

        /** Binary names by internal names, so that each is made once: a small file can name a long one very often. */
        private final Map<String, String> binaryNames = new HashMap<>();

        private final List<Method> methods = new ArrayList<>();
        private final Map<String, Nested> nested = new HashMap<>();

        private record Nested(String outer, String simpleName, int access) {}

        Declarations() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visit(
                int version,
                int flags,
                String internalName,
                @Nullable String signature,
                @Nullable String superName,
                String @Nullable [] interfaces) {
            name = internalName;
            superclass = superName == null ? "" : binaryName(superName);
            access = flags;
            generic = signature != null && signature.startsWith("<");
        }

        @Override
        public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            descriptors.add(descriptor);
            return null;
        }

        @Override
        public void visitInnerClass(
                String internalName, @Nullable String outerName, @Nullable String simpleName, int flags) {
            if (outerName != null && simpleName != null) {
                nested.put(internalName, new Nested(outerName, simpleName, flags));
            }
        }

        @Override
        public @Nullable MethodVisitor visitMethod(
                int flags,
                String methodName,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            methods.add(new Method(
                    // ASM passes null on for an index of 0 in a mangled file.
                    Objects.requireNonNull(methodName),
                    Objects.requireNonNull(descriptor),
                    flags,
                    signature != null && signature.startsWith("<"),
                    exceptions == null
                            ? List.of()
                            : Arrays.stream(exceptions)
                                    .map(exception -> binaryNames.computeIfAbsent(exception, ClassFile::binaryName))
                                    .toList()));
            return null;
        }

        ClassFile finish(int release) {
            Nested own = nested.get(name);
            return new ClassFile(
                    release,
                    binaryName(name),
                    canonicalName(),
                    superclass,
                    own == null ? access : own.access(),
                    generic,
                    descriptors.stream()
                            .map(descriptor -> binaryName(descriptor.substring(1, descriptor.length() - 1)))
                            .collect(Collectors.toUnmodifiableSet()),
                    methods);
        }

        /** Ends in any case: in a hostile file, a class may claim to be nested in itself. */
        private String canonicalName() {
            String outermost = name;
            String within = "";
            Nested declaration = nested.get(name);
            while (declaration != null && within.length() < name.length()) {
                within = "." + declaration.simpleName() + within;
                outermost = declaration.outer();
                declaration = nested.get(outermost);
            }
            return binaryName(outermost) + within;
        }
    }
}
