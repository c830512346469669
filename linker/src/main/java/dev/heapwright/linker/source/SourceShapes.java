package dev.heapwright.linker.source;

import com.github.javaparser.ast.Modifier;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.AnnotationDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.nodeTypes.NodeWithName;
import com.github.javaparser.ast.nodeTypes.NodeWithTypeParameters;
import dev.heapwright.core.contract.ClassShape;
import dev.heapwright.core.contract.FunctionShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the declarations of types from parsed source: top-level types and their members. A name is the text that the
 * source has, and whether an exception is checked, it does not tell.
 */
final class SourceShapes {
    private SourceShapes() {}

    /** {@return the declaration of a type} */
    static ClassShape of(TypeDeclaration<?> type) {
        List<ClassShape.Enclosing> enclosing = new ArrayList<>();
        for (Optional<TypeDeclaration<?>> outer = outer(type); outer.isPresent(); outer = outer(outer.get())) {
            enclosing.add(new ClassShape.Enclosing(
                    name(outer.get()), java.lang.reflect.Modifier.isPublic(modifiers(outer.get()))));
        }
        return new ClassShape(
                packageName(type),
                name(type),
                kind(type),
                type.isTopLevelType() ? ClassShape.Nesting.TOP_LEVEL : ClassShape.Nesting.MEMBER,
                modifiers(type),
                type instanceof NodeWithTypeParameters<?> generic
                        && generic.getTypeParameters().isNonEmpty(),
                Optional.empty(),
                enclosing,
                type.getMethods().stream().map(SourceShapes::function).toList());
    }

    private static FunctionShape function(MethodDeclaration method) {
        return new FunctionShape(
                method.getNameAsString(),
                modifiers(method.getModifiers()),
                method.getTypeParameters().stream()
                        .map(parameter -> parameter.getNameAsString())
                        .toList(),
                method.getType().asString(),
                method.getParameters().stream()
                        .map(parameter -> new FunctionShape.Parameter(
                                parameter.getType().asString() + (parameter.isVarArgs() ? "[]" : ""),
                                parameter.getNameAsString()))
                        .toList(),
                method.getParameters().stream().anyMatch(parameter -> parameter.isVarArgs()),
                method.getThrownExceptions().stream()
                        .map(exception -> new FunctionShape.Thrown(exception.asString(), false))
                        .toList(),
                method.getBegin().map(begin -> new FunctionShape.Source(begin.line, Optional.empty())));
    }

    private static ClassShape.Kind kind(TypeDeclaration<?> type) {
        if (type instanceof AnnotationDeclaration) {
            return ClassShape.Kind.ANNOTATION;
        }
        if (type instanceof EnumDeclaration) {
            return ClassShape.Kind.ENUM;
        }
        if (type instanceof RecordDeclaration) {
            return ClassShape.Kind.RECORD;
        }
        return isInterface(type) ? ClassShape.Kind.INTERFACE : ClassShape.Kind.CLASS;
    }

    /** With those that are implied: by an interface around the type, and by its kind (JLS 8.5.1, 8.9, 8.10, 9.5). */
    private static int modifiers(TypeDeclaration<?> type) {
        int flags = modifiers(type.getModifiers());
        Optional<TypeDeclaration<?>> outer = outer(type);
        boolean inInterface = outer.filter(SourceShapes::isInterface).isPresent();
        if (inInterface) {
            flags |= java.lang.reflect.Modifier.PUBLIC;
        }
        if (inInterface || (outer.isPresent() && kind(type) != ClassShape.Kind.CLASS)) {
            flags |= java.lang.reflect.Modifier.STATIC;
        }
        return flags;
    }

    private static int modifiers(NodeList<Modifier> modifiers) {
        int flags = 0;
        for (Modifier modifier : modifiers) {
            flags |= switch (modifier.getKeyword()) {
                case PUBLIC -> java.lang.reflect.Modifier.PUBLIC;
                case PROTECTED -> java.lang.reflect.Modifier.PROTECTED;
                case PRIVATE -> java.lang.reflect.Modifier.PRIVATE;
                case ABSTRACT -> java.lang.reflect.Modifier.ABSTRACT;
                case STATIC -> java.lang.reflect.Modifier.STATIC;
                case FINAL -> java.lang.reflect.Modifier.FINAL;
                case SYNCHRONIZED -> java.lang.reflect.Modifier.SYNCHRONIZED;
                case NATIVE -> java.lang.reflect.Modifier.NATIVE;
                default -> 0;
            };
        }
        return flags;
    }

    private static boolean isInterface(TypeDeclaration<?> type) {
        return type instanceof AnnotationDeclaration
                || (type instanceof ClassOrInterfaceDeclaration declared && declared.isInterface());
    }

    private static Optional<TypeDeclaration<?>> outer(TypeDeclaration<?> type) {
        return type.getParentNode().filter(TypeDeclaration.class::isInstance).map(parent ->
                (TypeDeclaration<?>) parent);
    }

    private static String packageName(Node node) {
        return node.findCompilationUnit()
                .flatMap(unit -> unit.getPackageDeclaration())
                .map(NodeWithName::getNameAsString)
                .orElse("");
    }

    private static String name(TypeDeclaration<?> type) {
        String prefix = outer(type).map(SourceShapes::name).orElseGet(() -> packageName(type));
        return Stream.of(prefix, type.getNameAsString())
                .filter(part -> !part.isEmpty())
                .reduce((outer, inner) -> outer + "." + inner)
                .orElseThrow();
    }
}
