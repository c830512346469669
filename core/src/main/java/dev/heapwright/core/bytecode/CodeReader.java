package dev.heapwright.core.bytecode;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Collects what the code of a method uses. A cast, an {@code instanceof}, a catch and the creation of an array run no
 * code of the class that they name.
 */
final class CodeReader extends MethodVisitor {
    /** Its class constants are compared with, not used: the cases of a {@code switch} over types. */
    private static final String SWITCH = "java/lang/runtime/SwitchBootstraps";

    private static final String LAMBDA = "java/lang/invoke/LambdaMetafactory";

    private final Set<Use> uses = new LinkedHashSet<>();
    private final Reflection reflection = new Reflection();

    /** Whether the preceding instruction pushes a constant text. */
    private boolean afterText;

    CodeReader() {
        super(Opcodes.ASM9);
    }

    Set<Use> finish() {
        reflection.addTo(uses);
        return uses;
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        Member method = Member.of(owner, name, descriptor);
        switch (opcode) {
            case Opcodes.INVOKESTATIC -> uses.add(new Use.StaticCall(method));
            case Opcodes.INVOKESPECIAL -> uses.add(new Use.Call(method));
            default -> uses.add(new Use.OverridableCall(method));
        }
        reflection.call(method, afterText);
        afterText = false;
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        uses.add(new Use.FieldAccess(
                Member.of(owner, name, descriptor), opcode == Opcodes.GETSTATIC || opcode == Opcodes.PUTSTATIC));
        afterText = false;
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        if (opcode == Opcodes.NEW) {
            uses.add(new Use.Instance(ClassFile.binaryName(type)));
        }
        afterText = false;
    }

    @Override
    public void visitInsn(int opcode) {
        afterText = false;
    }

    @Override
    public void visitVarInsn(int opcode, int variable) {
        afterText = false;
    }

    @Override
    public void visitLabel(Label label) {
        // Other constants, or none, may be pushed before a jump to here.
        afterText = false;
    }

    @Override
    public void visitLdcInsn(Object value) {
        constant(value);
        afterText = value instanceof String;
    }

    @Override
    public void visitInvokeDynamicInsn(
            String name, String descriptor, Handle bootstrap, @Nullable Object... arguments) {
        uses.add(use(bootstrap));
        if (bootstrap.getOwner().equals(LAMBDA) && arguments.length > 1 && arguments[1] instanceof Handle body) {
            uses.add(new Use.Lambda(Type.getReturnType(descriptor).getClassName(), use(body)));
        }
        if (!bootstrap.getOwner().equals(SWITCH)) {
            Arrays.stream(arguments).forEach(this::constant);
        }
        afterText = false;
    }

    private void constant(@Nullable Object value) {
        if (value instanceof String text) {
            reflection.text(text);
        } else if (value instanceof Handle handle) {
            uses.add(use(handle));
            if (handle.getTag() == Opcodes.H_NEWINVOKESPECIAL) {
                uses.add(new Use.Instance(ClassFile.binaryName(handle.getOwner())));
            }
        } else if (value instanceof ConstantDynamic computed) {
            uses.add(use(computed.getBootstrapMethod()));
            for (int i = 0; i < computed.getBootstrapMethodArgumentCount(); i++) {
                constant(computed.getBootstrapMethodArgument(i));
            }
        } else if (value instanceof Type type && type.getSort() == Type.OBJECT) {
            uses.add(new Use.Literal(type.getClassName()));
            reflection.literal(type.getClassName());
        }
    }

    private static Use use(Handle handle) {
        Member member = Member.of(handle.getOwner(), handle.getName(), handle.getDesc());
        return switch (handle.getTag()) {
            case Opcodes.H_GETFIELD, Opcodes.H_PUTFIELD -> new Use.FieldAccess(member, false);
            case Opcodes.H_GETSTATIC, Opcodes.H_PUTSTATIC -> new Use.FieldAccess(member, true);
            case Opcodes.H_INVOKESTATIC -> new Use.StaticCall(member);
            case Opcodes.H_INVOKESPECIAL, Opcodes.H_NEWINVOKESPECIAL -> new Use.Call(member);
            default -> new Use.OverridableCall(member);
        };
    }
}
