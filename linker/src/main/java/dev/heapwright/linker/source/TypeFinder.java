package dev.heapwright.linker.source;

import static dev.heapwright.linker.source.SourceUnit.ANNOTATION;

import com.github.javaparser.ast.body.TypeDeclaration;
import dev.heapwright.core.contract.Contract;
import dev.heapwright.core.contract.ContractRules;
import dev.heapwright.core.name.ClassName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Finds the types of a file with an annotation that looks like the one of allocators: top-level types and members of
 * types; no other has a name that glue could call it by.
 */
final class TypeFinder {
    private final Path file;
    private final List<AnnotatedType> found = new ArrayList<>();

    private TypeFinder(Path file) {
        this.file = file;
    }

    /**
     * {@return them}
     *
     * @param file its path
     * @param packageName empty for the unnamed package
     * @param types the file's top-level types
     */
    static List<AnnotatedType> find(Path file, String packageName, Collection<TypeDeclaration<?>> types) {
        TypeFinder finder = new TypeFinder(file);
        String prefix = packageName.isEmpty() ? "" : packageName + ".";
        types.forEach(type -> finder.visit(type, prefix, prefix, false));
        return finder.found;
    }

    /** A simple name means a member of a type around before it means anything else. */
    private void visit(TypeDeclaration<?> type, String binaryPrefix, String canonicalPrefix, boolean shadowed) {
        String binary = binaryPrefix + type.getNameAsString();
        String canonical = canonicalPrefix + type.getNameAsString();
        boolean byFullName = isAnnotated(type, Contract.ALLOCATOR_ANNOTATION);
        if (byFullName || (!shadowed && isAnnotated(type, ANNOTATION))) {
            add(binary, canonical, type, byFullName);
        }
        List<TypeDeclaration<?>> members = members(type);
        boolean shadowedWithin = shadowed || SourceUnit.hasNamesake(members);
        members.forEach(member -> visit(member, binary + "$", canonical + ".", shadowedWithin));
    }

    private void add(String binary, String canonical, TypeDeclaration<?> type, boolean byFullName) {
        try {
            ClassName name = new ClassName(binary, canonical);
            found.add(new AnnotatedType(
                    new SourceAllocator(name, file, ContractRules.optionalFunctions(SourceShapes.of(type))),
                    byFullName));
        } catch (IllegalArgumentException e) {
            // In the unnamed package, or with invisible characters in its name: the processor refuses it.
        }
    }

    private static boolean isAnnotated(TypeDeclaration<?> type, String annotation) {
        return type.getAnnotations().stream()
                .anyMatch(each -> each.getNameAsString().equals(annotation));
    }

    private static List<TypeDeclaration<?>> members(TypeDeclaration<?> type) {
        List<TypeDeclaration<?>> members = new ArrayList<>();
        type.getMembers().forEach(member -> member.ifTypeDeclaration(members::add));
        return members;
    }
}
