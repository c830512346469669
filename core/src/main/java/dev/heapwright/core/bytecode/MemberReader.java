package dev.heapwright.core.bytecode;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Collects the members of a class. */
final class MemberReader extends ClassVisitor {
    private final Set<Member> fields = new HashSet<>();
    private final Map<ClassCode.Method, CodeReader> code = new HashMap<>();
    private String name = "";
    private Set<String> superclasses = Set.of();
    private Set<String> interfaces = Set.of();

    MemberReader() {
        super(Opcodes.ASM9);
    }

    ClassCode finish() {
        return new ClassCode(
                superclasses,
                interfaces,
                code.entrySet().stream()
                        .map(each -> new ClassCode.Method(
                                each.getKey().member(),
                                each.getKey().modifiers(),
                                each.getValue().finish()))
                        // In a mangled file, two may have the same signature.
                        .collect(Collectors.toMap(
                                each -> each.member().signature(), each -> each, ClassCode.Method::or)),
                fields);
    }

    @Override
    public void visit(
            int version,
            int flags,
            String internalName,
            @Nullable String signature,
            @Nullable String superName,
            String @Nullable [] interfaceNames) {
        name = internalName;
        superclasses = superName == null ? Set.of() : Set.of(ClassFile.binaryName(superName));
        interfaces = interfaceNames == null
                ? Set.of()
                : Arrays.stream(interfaceNames).map(ClassFile::binaryName).collect(Collectors.toSet());
    }

    @Override
    public @Nullable FieldVisitor visitField(
            int flags, String fieldName, String descriptor, @Nullable String signature, @Nullable Object value) {
        fields.add(Member.of(name, Objects.requireNonNull(fieldName), Objects.requireNonNull(descriptor)));
        return null;
    }

    @Override
    public MethodVisitor visitMethod(
            int flags, String methodName, String descriptor, @Nullable String signature, String @Nullable [] thrown) {
        // ASM passes null on for an index of 0 in a mangled file.
        Member member = Member.of(name, Objects.requireNonNull(methodName), Objects.requireNonNull(descriptor));
        return code.computeIfAbsent(new ClassCode.Method(member, flags, Set.of()), method -> new CodeReader());
    }
}
