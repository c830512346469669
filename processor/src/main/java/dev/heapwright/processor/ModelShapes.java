package dev.heapwright.processor;

import dev.heapwright.core.contract.ClassShape;
import dev.heapwright.core.contract.Contract;
import dev.heapwright.core.contract.FunctionShape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * Reads the declarations of classes from a compiler's model.
 *
 * @param elements of the compilation
 * @param sources where and how an element is written, if that is known
 */
record ModelShapes(Elements elements, Function<Element, Optional<FunctionShape.Source>> sources) {

    /** {@return the declaration of a class, with those of the classes that it inherits from, but for {@code Object}} */
    ClassShape of(TypeElement type) {
        // In class files, a class may extend itself, or one that extends it.
        Set<Element> seen = new HashSet<>();
        seen.add(type);
        return of(type, seen);
    }

    private ClassShape of(TypeElement type, Set<Element> seen) {
        List<ClassShape.Enclosing> enclosing = new ArrayList<>();
        for (Element around = type.getEnclosingElement();
                around instanceof TypeElement outer;
                around = around.getEnclosingElement()) {
            enclosing.add(new ClassShape.Enclosing(
                    outer.getQualifiedName().toString(), outer.getModifiers().contains(Modifier.PUBLIC)));
        }
        return new ClassShape(
                elements.getPackageOf(type).getQualifiedName().toString(),
                type.getQualifiedName().toString(),
                kind(type.getKind()),
                nesting(type.getNestingKind()),
                modifiers(type.getModifiers()),
                !type.getTypeParameters().isEmpty(),
                superclass(type).filter(seen::add).map(base -> of(base, seen)),
                enclosing,
                methods(type).stream().map(this::function).toList());
    }

    /** {@return the methods of a class, as many and in the same order as the functions of its shape} */
    static List<ExecutableElement> methods(TypeElement type) {
        return ElementFilter.methodsIn(type.getEnclosedElements());
    }

    /** {@return whether one of a class's functions mentions a type that the compiler does not know, so far} */
    static boolean isUndefined(TypeElement type) {
        return methods(type).stream()
                .filter(method ->
                        Contract.V1.function(method.getSimpleName().toString()).isPresent())
                .anyMatch(ModelShapes::isUndefined);
    }

    /** {@return whether a method mentions a type that the compiler does not know} */
    static boolean isUndefined(ExecutableElement method) {
        return Stream.of(
                        Stream.of(method.getReturnType()),
                        method.getParameters().stream().map(Element::asType),
                        method.getThrownTypes().stream())
                .flatMap(types -> types)
                .anyMatch(type -> type.getKind() == TypeKind.ERROR);
    }

    private static Optional<TypeElement> superclass(TypeElement type) {
        return Optional.of(type.getSuperclass())
                .filter(base -> base.getKind() == TypeKind.DECLARED)
                .map(base -> (TypeElement) ((DeclaredType) base).asElement())
                .filter(base -> !base.getQualifiedName().contentEquals("java.lang.Object"));
    }

    private FunctionShape function(ExecutableElement method) {
        return new FunctionShape(
                method.getSimpleName().toString(),
                modifiers(method.getModifiers()),
                method.getTypeParameters().stream().map(Object::toString).toList(),
                text(method.getReturnType()),
                method.getParameters().stream()
                        .map(parameter -> new FunctionShape.Parameter(
                                text(parameter.asType()),
                                parameter.getSimpleName().toString()))
                        .toList(),
                method.isVarArgs(),
                method.getThrownTypes().stream()
                        .map(type -> new FunctionShape.Thrown(type.toString(), isChecked(type)))
                        .toList(),
                sources.apply(method));
    }

    private static ClassShape.Nesting nesting(NestingKind kind) {
        return switch (kind) {
            case TOP_LEVEL -> ClassShape.Nesting.TOP_LEVEL;
            case MEMBER -> ClassShape.Nesting.MEMBER;
            case LOCAL, ANONYMOUS -> ClassShape.Nesting.LOCAL;
        };
    }

    private static ClassShape.Kind kind(ElementKind kind) {
        return switch (kind) {
            case INTERFACE -> ClassShape.Kind.INTERFACE;
            case ENUM -> ClassShape.Kind.ENUM;
            case ANNOTATION_TYPE -> ClassShape.Kind.ANNOTATION;
            case RECORD -> ClassShape.Kind.RECORD;
            default -> ClassShape.Kind.CLASS;
        };
    }

    private static int modifiers(Set<Modifier> modifiers) {
        int flags = 0;
        for (Modifier modifier : modifiers) {
            flags |= switch (modifier) {
                case PUBLIC -> java.lang.reflect.Modifier.PUBLIC;
                case PROTECTED -> java.lang.reflect.Modifier.PROTECTED;
                case PRIVATE -> java.lang.reflect.Modifier.PRIVATE;
                case ABSTRACT -> java.lang.reflect.Modifier.ABSTRACT;
                case STATIC -> java.lang.reflect.Modifier.STATIC;
                case FINAL -> java.lang.reflect.Modifier.FINAL;
                case SYNCHRONIZED -> java.lang.reflect.Modifier.SYNCHRONIZED;
                case NATIVE -> java.lang.reflect.Modifier.NATIVE;
                case STRICTFP -> java.lang.reflect.Modifier.STRICT;
                default -> 0;
            };
        }
        return flags;
    }

    /** Whether it extends neither of the two classes whose subclasses are unchecked (JLS 11.1.1). */
    private static boolean isChecked(TypeMirror exception) {
        // In class files, a class may extend itself, or one that extends it.
        Set<Element> seen = new HashSet<>();
        TypeMirror type = exception;
        while (type instanceof DeclaredType declared
                && declared.asElement() instanceof TypeElement element
                && seen.add(element)) {
            if (element.getQualifiedName().contentEquals("java.lang.RuntimeException")
                    || element.getQualifiedName().contentEquals("java.lang.Error")) {
                return false;
            }
            type = element.getSuperclass();
        }
        return true;
    }

    /** Without annotations on a primitive type, which are no difference: javac prints them as a part of it. */
    private static String text(TypeMirror type) {
        return type.getKind().isPrimitive() ? type.getKind().name().toLowerCase(Locale.ROOT) : type.toString();
    }
}
