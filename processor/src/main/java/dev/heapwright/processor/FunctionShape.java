package dev.heapwright.processor;

import dev.heapwright.core.contract.ContractFunction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * How a method differs from the function of the contract that bears its name.
 *
 * @param function as required
 * @param method as found
 * @param faults what differs, the order of a declaration: modifiers, return type, parameters, checked exceptions
 */
record FunctionShape(ContractFunction function, ExecutableElement method, List<Fault> faults) {
    private static final String PARAMETER = "parameter ";

    /**
     * One difference.
     *
     * @param text a clause about the function, or about the parameter that it begins with
     * @param place the smallest part that is wrong, of the method or of a parameter
     */
    record Fault(String text, Place place) {
        Fault(String text, Element element, Place.SourceSet part) {
            this(text, Place.of(element, part));
        }

        /** {@return the difference as that of the function of that name} */
        String of(String function) {
            return function + (text.startsWith(PARAMETER) ? ": " : " ") + text;
        }
    }

    /** {@return the method compared with the function} */
    static FunctionShape of(ContractFunction function, ExecutableElement method) {
        List<Fault> faults = new ArrayList<>();
        for (Modifier modifier : List.of(Modifier.PUBLIC, Modifier.STATIC)) {
            if (!method.getModifiers().contains(modifier)) {
                faults.add(new Fault("is not " + modifier, method, Place.SourceSet.MODIFIERS));
            }
        }
        if (!method.getTypeParameters().isEmpty()) {
            faults.add(new Fault("has type parameters", method, Place.SourceSet.TYPE_PARAMETER));
        }
        if (!text(method.getReturnType()).equals(function.returnType())) {
            faults.add(new Fault(
                    "returns %s, must return %s".formatted(text(method.getReturnType()), function.returnType()),
                    method,
                    Place.SourceSet.TYPE));
        }
        addParameterFaults(function, method, faults);
        List<? extends TypeMirror> checked = method.getThrownTypes().stream()
                .filter(FunctionShape::isChecked)
                .toList();
        if (!checked.isEmpty()) {
            int first = method.getThrownTypes().indexOf(checked.get(0));
            faults.add(new Fault(
                    (checked.size() == 1 ? "declares the checked exception " : "declares the checked exceptions ")
                            + join(checked),
                    new Place(method, Place.SourceSet.EXCEPTION, first)));
        }
        return new FunctionShape(function, method, List.copyOf(faults));
    }

    private static void addParameterFaults(ContractFunction function, ExecutableElement method, List<Fault> faults) {
        List<? extends VariableElement> parameters = method.getParameters();
        if (parameters.size() != function.parameters().size()) {
            faults.add(new Fault(
                    "has %d %s, must have %d"
                            .formatted(
                                    parameters.size(),
                                    parameters.size() == 1 ? "parameter" : "parameters",
                                    function.parameters().size()),
                    method,
                    Place.SourceSet.WHOLE));
            return;
        }
        if (method.isVarArgs()) {
            faults.add(new Fault("is varargs", parameters.get(parameters.size() - 1), Place.SourceSet.TYPE));
            return;
        }
        for (int i = 0; i < parameters.size(); i++) {
            TypeMirror type = parameters.get(i).asType();
            if (type.getKind() != TypeKind.LONG) {
                faults.add(new Fault(
                        PARAMETER
                                + "%s is %s, must be long"
                                        .formatted(function.parameters().get(i), text(type)),
                        parameters.get(i),
                        Place.SourceSet.TYPE));
            }
        }
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

    /** {@return whether a type in the declaration is unknown to the compiler} */
    boolean isUndefined() {
        return Stream.of(
                        Stream.of(method.getReturnType()),
                        method.getParameters().stream().map(Element::asType),
                        method.getThrownTypes().stream())
                .flatMap(types -> types)
                .anyMatch(type -> type.getKind() == TypeKind.ERROR);
    }

    /** {@return the declaration as found, without a body and annotations on it} */
    String declaration() {
        String modifiers = modifiers(method.getModifiers());
        String typeParameters =
                method.getTypeParameters().isEmpty() ? "" : "<" + join(method.getTypeParameters()) + "> ";
        String parameters = method.getParameters().stream()
                .map(parameter -> text(parameter.asType()) + " " + parameter.getSimpleName())
                .collect(Collectors.joining(", ", "(", ")"));
        String exceptions = method.getThrownTypes().isEmpty() ? "" : " throws " + join(method.getThrownTypes());
        return modifiers
                + typeParameters
                + text(method.getReturnType())
                + " "
                + method.getSimpleName()
                + (method.isVarArgs() ? parameters.replaceFirst("\\[]( \\S+)\\)$", "...$1)") : parameters)
                + exceptions;
    }

    private static String modifiers(Set<Modifier> modifiers) {
        return modifiers.stream().map(modifier -> modifier + " ").collect(Collectors.joining());
    }

    /** Without annotations on a primitive type, which are no difference: javac prints them as a part of it. */
    private static String text(TypeMirror type) {
        return type.getKind().isPrimitive() ? type.getKind().name().toLowerCase(Locale.ROOT) : type.toString();
    }

    private static String join(List<?> parts) {
        return parts.stream().map(Object::toString).collect(Collectors.joining(", "));
    }
}
