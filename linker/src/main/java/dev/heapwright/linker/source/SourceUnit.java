package dev.heapwright.linker.source;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.nodeTypes.NodeWithName;
import dev.heapwright.core.contract.Contract;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a file says of allocators.
 *
 * @param packageName empty for the unnamed package
 * @param namesake whether it declares a top-level type that is called like the annotation
 * @param imports what it imports
 * @param types its types with an annotation that looks like the one of allocators
 */
record SourceUnit(String packageName, boolean namesake, Imports imports, List<AnnotatedType> types) {
    /** The annotation's simple name. */
    static final String ANNOTATION =
            Contract.ALLOCATOR_ANNOTATION.substring(Contract.ALLOCATOR_ANNOTATION.lastIndexOf('.') + 1);

    private static final String ANNOTATION_PACKAGE =
            Contract.ALLOCATOR_ANNOTATION.substring(0, Contract.ALLOCATOR_ANNOTATION.lastIndexOf('.'));

    /**
     * Looks at a file.
     *
     * @param file its path
     * @param unit its content
     */
    static SourceUnit of(Path file, CompilationUnit unit) {
        String packageName =
                unit.getPackageDeclaration().map(NodeWithName::getNameAsString).orElse("");
        return new SourceUnit(
                packageName,
                hasNamesake(unit.getTypes()),
                Imports.of(unit),
                TypeFinder.find(file, packageName, unit.getTypes()));
    }

    /** {@return whether one of the types is called like the annotation} */
    static boolean hasNamesake(Collection<? extends TypeDeclaration<?>> types) {
        return types.stream().anyMatch(type -> type.getNameAsString().equals(ANNOTATION));
    }

    /**
     * {@return the allocators that it declares}
     *
     * @param namesakes the packages with a top-level type that is called like the annotation
     */
    List<SourceAllocator> allocators(Set<String> namesakes) {
        boolean bySimpleName = isInScope(namesakes);
        return types.stream()
                .filter(type -> type.byFullName() || bySimpleName)
                .map(AnnotatedType::allocator)
                .toList();
    }

    /**
     * Whether the simple name means the annotation of allocators. In this order, the first that has a type of that name
     * goes before the others (JLS 6.4.1): imports of single types, the file's own package, imports of packages, imports
     * of modules.
     */
    private boolean isInScope(Set<String> namesakes) {
        Optional<String> imported = imports.type(ANNOTATION);
        if (imported.isPresent()) {
            return imported.get().equals(Contract.ALLOCATOR_ANNOTATION);
        }
        if (namesakes.contains(packageName)) {
            return false;
        }
        return imports.packages().contains(ANNOTATION_PACKAGE)
                || (imports.packages().stream().noneMatch(namesakes::contains) && imports.hasHeapwright());
    }
}
