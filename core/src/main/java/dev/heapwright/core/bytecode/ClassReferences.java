package dev.heapwright.core.bytecode;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/** The classes that a class file's code references. */
public final class ClassReferences {
    private ClassReferences() {}

    /**
     * Reads them: those in code, in signatures including their type arguments, fields, annotations and exceptions.
     * Classes that are merely related to it do not count: enclosing classes, nested classes, permitted subclasses.
     *
     * @param bytes of the class file
     * @return their binary names without those of arrays and of the class itself, sorted
     * @throws MalformedClassFileException if it is not a class file, or is truncated
     */
    public static Set<String> read(byte[] bytes) throws MalformedClassFileException {
        Collector collector = new Collector();
        try {
            ClassReader reader = ClassFile.reader(bytes);
            // ASM's remapper visits every place where a class can be named; its output is not used.
            reader.accept(new ReferenceCollector(collector), ClassReader.SKIP_FRAMES);
            collector.names.remove(ClassFile.binaryName(reader.getClassName()));
            return collector.names;
        } catch (RuntimeException | StackOverflowError e) {
            // StackOverflowError: annotations or constants may be nested too deeply, or in themselves.
            throw ClassFile.malformed(bytes, e);
        }
    }

    private static final class Collector extends Remapper {
        private final Set<String> names = new TreeSet<>();

        Collector() {
            super(Opcodes.ASM9);
        }

        @Override
        public String map(String internalName) {
            names.add(ClassFile.binaryName(internalName));
            return internalName;
        }
    }

    private static final class ReferenceCollector extends ClassRemapper {
        ReferenceCollector(Remapper collector) {
            super(Opcodes.ASM9, new ClassWriter(0), collector);
        }

        @Override
        public void visitInnerClass(String name, @Nullable String outerName, @Nullable String innerName, int access) {}

        @Override
        public void visitOuterClass(String owner, @Nullable String name, @Nullable String descriptor) {}

        @Override
        public void visitNestHost(String nestHost) {}

        @Override
        public void visitNestMember(String nestMember) {}

        @Override
        public void visitPermittedSubclass(String permittedSubclass) {}
    }
}
