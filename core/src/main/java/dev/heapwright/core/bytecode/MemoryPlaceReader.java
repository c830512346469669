package dev.heapwright.core.bytecode;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Collects the places in the methods of a class that take native memory. */
final class MemoryPlaceReader extends ClassVisitor {
    /** How compilers name the body of a lambda after the method that contains it. */
    private static final String LAMBDA = "lambda$";

    private final Set<MemoryPlace> places;
    private String type = "";

    MemoryPlaceReader(Set<MemoryPlace> places) {
        super(Opcodes.ASM9);
        this.places = places;
    }

    @Override
    public void visit(
            int version,
            int flags,
            String internalName,
            @Nullable String signature,
            @Nullable String superName,
            String @Nullable [] interfaceNames) {
        type = ClassFile.binaryName(internalName);
    }

    @Override
    public @Nullable FieldVisitor visitField(
            int flags, String name, String descriptor, @Nullable String signature, @Nullable Object value) {
        new CodeVisitor(Objects.requireNonNull(name)).constant(value);
        return null;
    }

    @Override
    public MethodVisitor visitMethod(
            int flags, String name, String descriptor, @Nullable String signature, String @Nullable [] thrown) {
        // ASM passes null on for an index of 0 in a mangled file.
        return new CodeVisitor(withoutLambda(Objects.requireNonNull(name)));
    }

    private static String withoutLambda(String name) {
        int end = name.lastIndexOf('$');
        if (!name.startsWith(LAMBDA) || end < LAMBDA.length()) {
            return name;
        }
        String enclosing = name.substring(LAMBDA.length(), end);
        return switch (enclosing) {
            case "new" -> Member.CONSTRUCTOR;
            case "static" -> Member.STATIC_INITIALISER;
            default -> enclosing;
        };
    }

    private final class CodeVisitor extends MethodVisitor {
        private final String name;

        CodeVisitor(String name) {
            super(Opcodes.ASM9);
            this.name = name;
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String method, String descriptor, boolean isInterface) {
            add(MemorySource.ofCall(owner, method, () -> descriptor));
        }

        @Override
        public void visitLdcInsn(Object value) {
            constant(value);
        }

        @Override
        public void visitInvokeDynamicInsn(
                String method, String descriptor, Handle bootstrap, @Nullable Object... arguments) {
            constant(bootstrap);
            Arrays.stream(arguments).forEach(this::constant);
        }

        private void constant(@Nullable Object value) {
            if (value instanceof String text) {
                add(MemorySource.ofText(text));
            } else if (value instanceof Handle handle) {
                add(MemorySource.ofCall(handle.getOwner(), handle.getName(), handle::getDesc));
            } else if (value instanceof ConstantDynamic computed) {
                constant(computed.getBootstrapMethod());
                for (int i = 0; i < computed.getBootstrapMethodArgumentCount(); i++) {
                    constant(computed.getBootstrapMethodArgument(i));
                }
            }
        }

        private void add(Optional<MemorySource> source) {
            source.ifPresent(each -> places.add(new MemoryPlace(each, type, name)));
        }
    }
}
