package dev.heapwright.core.bytecode;

import dev.heapwright.core.contract.ClassShape;
import dev.heapwright.core.contract.Contract;
import dev.heapwright.core.contract.FunctionShape;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Collects what a class file declares. What it says millions of times costs the reading of it once. */
final class Declarations extends ClassVisitor {
    private static final int CLASS_MODIFIERS = Opcodes.ACC_PUBLIC
            | Opcodes.ACC_PROTECTED
            | Opcodes.ACC_PRIVATE
            | Opcodes.ACC_STATIC
            | Opcodes.ACC_FINAL
            | Opcodes.ACC_ABSTRACT;

    /** Classes are not nested deeper by anybody; whatever is around this many is not looked at. */
    private static final int DEEPEST = 100;

    private String name = "";
    private String superclass = "";
    private int access;
    private boolean generic;
    private boolean local;
    private final Set<String> annotations = new HashSet<>();

    /** Parameter types by descriptors, and exceptions by internal names, so that each is made once. */
    private final Map<String, List<FunctionShape.Parameter>> parameters = new HashMap<>();

    private final Map<String, FunctionShape.Thrown> exceptions = new HashMap<>();
    private final List<FunctionShape> functions = new ArrayList<>();
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
        superclass = superName == null ? "" : ClassFile.binaryName(superName);
        access = flags;
        generic = isGeneric(signature);
    }

    @Override
    public void visitOuterClass(String owner, @Nullable String method, @Nullable String descriptor) {
        local = true;
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        annotations.add(descriptor);
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
            int flags, String methodName, String descriptor, @Nullable String signature, String @Nullable [] thrown) {
        // ASM passes null on for an index of 0 in a mangled file.
        Objects.requireNonNull(methodName);
        Objects.requireNonNull(descriptor);
        if ((flags & Opcodes.ACC_SYNTHETIC) == 0
                && Contract.V1.function(methodName).isPresent()) {
            functions.add(new FunctionShape(
                    methodName,
                    flags,
                    isGeneric(signature) ? List.of("T") : List.of(),
                    Type.getReturnType(descriptor).getClassName(),
                    parameters.computeIfAbsent(descriptor, Declarations::parameters),
                    (flags & Opcodes.ACC_VARARGS) != 0,
                    thrown == null
                            ? List.of()
                            : Arrays.stream(thrown)
                                    .distinct()
                                    .map(this::exception)
                                    .toList(),
                    Optional.empty()));
        }
        return null;
    }

    ClassFile finish(int release) {
        List<String> around = around();
        Deque<ClassShape.Enclosing> enclosing = new ArrayDeque<>();
        String outermost = around.isEmpty() ? name : around.get(around.size() - 1);
        String canonical = ClassFile.binaryName(outermost);
        for (int i = around.size() - 1; i >= 0; i--) {
            Nested declaration = nested.get(around.get(i));
            enclosing.addFirst(new ClassShape.Enclosing(
                    canonical, declaration == null || (declaration.access() & Opcodes.ACC_PUBLIC) != 0));
            String inner = i == 0 ? name : around.get(i - 1);
            canonical += "." + Objects.requireNonNull(nested.get(inner)).simpleName();
        }
        return new ClassFile(
                release,
                ClassFile.binaryName(name),
                ClassFile.binaryName(outermost),
                superclass,
                annotations.stream()
                        .map(descriptor -> ClassFile.binaryName(descriptor.substring(1, descriptor.length() - 1)))
                        .collect(Collectors.toUnmodifiableSet()),
                new ClassShape(
                        name.substring(0, Math.max(0, name.lastIndexOf('/'))).replace('/', '.'),
                        canonical,
                        kind(),
                        nesting(),
                        modifiers(),
                        generic,
                        Optional.empty(),
                        List.copyOf(enclosing),
                        functions));
    }

    private int modifiers() {
        Nested declaration = nested.get(name);
        return (declaration == null ? access : declaration.access()) & CLASS_MODIFIERS;
    }

    private ClassShape.Nesting nesting() {
        if (local) {
            return ClassShape.Nesting.LOCAL;
        }
        return nested.containsKey(name) ? ClassShape.Nesting.MEMBER : ClassShape.Nesting.TOP_LEVEL;
    }

    private ClassShape.Kind kind() {
        if ((access & Opcodes.ACC_ANNOTATION) != 0) {
            return ClassShape.Kind.ANNOTATION;
        }
        if ((access & Opcodes.ACC_INTERFACE) != 0) {
            return ClassShape.Kind.INTERFACE;
        }
        if ((access & Opcodes.ACC_ENUM) != 0) {
            return ClassShape.Kind.ENUM;
        }
        return superclass.equals("java.lang.Record") ? ClassShape.Kind.RECORD : ClassShape.Kind.CLASS;
    }

    /**
     * The classes around, from the inside out. In a hostile file, a class may claim to be nested in itself, or in classes
     * with names that are longer than its own, of which they are a part.
     */
    private List<String> around() {
        Set<String> around = new LinkedHashSet<>();
        int length = 0;
        Nested declaration = nested.get(name);
        while (declaration != null
                && around.size() < DEEPEST
                && length < name.length()
                && around.add(declaration.outer())) {
            length += declaration.simpleName().length();
            declaration = nested.get(declaration.outer());
        }
        return List.copyOf(around);
    }

    private static boolean isGeneric(@Nullable String signature) {
        return signature != null && signature.startsWith("<");
    }

    private static List<FunctionShape.Parameter> parameters(String descriptor) {
        Type[] types = Type.getArgumentTypes(descriptor);
        return IntStream.range(0, types.length)
                .mapToObj(i -> new FunctionShape.Parameter(types[i].getClassName(), "arg" + i))
                .toList();
    }

    private FunctionShape.Thrown exception(String internalName) {
        return exceptions.computeIfAbsent(internalName, internal -> {
            String exception = ClassFile.binaryName(internal);
            return new FunctionShape.Thrown(exception, isChecked(exception));
        });
    }

    private static boolean isChecked(String exception) {
        try {
            Class<?> type = Class.forName(exception, false, ClassLoader.getPlatformClassLoader());
            return !RuntimeException.class.isAssignableFrom(type) && !Error.class.isAssignableFrom(type);
        } catch (ClassNotFoundException | LinkageError e) {
            // Not one of Java's own: what it extends is not in this file, and the glue's compiler sees it.
            return false;
        }
    }
}
