package dev.heapwright.core.contract;

import dev.heapwright.core.contract.Part.Element;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How a method differs from the function of the contract that has its name.
 *
 * @param function as required
 * @param position of the method among {@link ClassShape#functions}
 * @param method as found
 * @param differences what differs, in the order of a declaration: modifiers, return type, parameters, checked exceptions
 */
record FunctionMatch(ContractFunction function, int position, FunctionShape method, List<Difference> differences) {
    private static final String PARAMETER = "parameter ";
    private static final int FREE_MODIFIERS =
            Modifier.FINAL | Modifier.SYNCHRONIZED | Modifier.NATIVE | Modifier.STRICT;

    /**
     * One difference.
     *
     * @param text a clause about the function, or about the parameter that it begins with
     * @param element the smallest part that is wrong
     * @param index which one of these parts
     */
    record Difference(String text, Element element, int index) {
        Difference(String text, Element element) {
            this(text, element, 0);
        }

        /** {@return the difference as that of the function of that name} */
        String of(String function) {
            return function + (text.startsWith(PARAMETER) ? ": " : " ") + text;
        }
    }

    /**
     * {@return the method that is meant, among overloads: one with the right number of parameters rather than another; of
     * these, the one with the fewest differences; of several, the first}
     */
    static Optional<FunctionMatch> nearest(ClassShape type, ContractFunction function) {
        return IntStream.range(0, type.functions().size())
                .filter(i -> type.functions().get(i).name().equals(function.name()))
                .mapToObj(i -> of(function, i, type.functions().get(i)))
                .min(Comparator.<FunctionMatch, Boolean>comparing(match -> !match.hasAsManyParameters())
                        .thenComparingInt(match -> match.differences().size()));
    }

    /** {@return the declaration as required, which otherwise is like the method's} */
    FunctionShape corrected() {
        return new FunctionShape(
                function.name(),
                (method.modifiers() & FREE_MODIFIERS) | Modifier.PUBLIC | Modifier.STATIC,
                List.of(),
                function.returnType(),
                IntStream.range(0, function.parameters().size())
                        .mapToObj(i -> new FunctionShape.Parameter("long", parameterName(i)))
                        .toList(),
                false,
                method.exceptions().stream()
                        .filter(exception -> !exception.checked())
                        .map(exception -> new FunctionShape.Thrown(asWritten(exception.type()), false))
                        .toList(),
                Optional.empty());
    }

    /** The method's own, unless it has other parameters, or in another order, or is from a class file without names. */
    private String parameterName(int index) {
        String required = function.parameters().get(index);
        if (!hasAsManyParameters()
                || method.variableArity()
                || !SwappedParametersRule.swapped(this).isEmpty()) {
            return required;
        }
        String own = method.parameters().get(index).name();
        return own.equals("arg" + index) ? required : own;
    }

    /** The name of a type, qualified as far as the method has it. */
    private String asWritten(String type) {
        String name = type;
        while (name.contains(".") && !method.declaration().contains(name)) {
            name = name.substring(name.indexOf('.') + 1);
        }
        return name;
    }

    /** {@return the declaration as found and as required, one above the other; what is required can be pasted} */
    List<String> difference() {
        // Without the modifier, a method needs a body.
        return Modifier.isAbstract(method.modifiers())
                ? List.of("- " + method.declaration() + ";", "+ " + corrected().declaration() + " " + function.stub())
                : List.of("- " + method.declaration(), "+ " + corrected().declaration());
    }

    private boolean hasAsManyParameters() {
        return method.parameters().size() == function.parameters().size();
    }

    /** {@return how a method differs, whatever its name} */
    static FunctionMatch of(ContractFunction function, int position, FunctionShape method) {
        List<Difference> differences = new ArrayList<>();
        if (!Modifier.isPublic(method.modifiers())) {
            differences.add(new Difference("is not public", Element.MODIFIERS));
        }
        if (!Modifier.isStatic(method.modifiers())) {
            differences.add(new Difference("is not static", Element.MODIFIERS));
        }
        if (!method.typeParameters().isEmpty()) {
            differences.add(new Difference("has type parameters", Element.TYPE_PARAMETER));
        }
        if (!method.returnType().equals(function.returnType())) {
            differences.add(new Difference(
                    "returns %s, must return %s".formatted(method.returnType(), function.returnType()),
                    Element.RETURN_TYPE));
        }
        addParameterDifferences(function, method, differences);
        addExceptionDifference(method, differences);
        return new FunctionMatch(function, position, method, List.copyOf(differences));
    }

    private static void addParameterDifferences(
            ContractFunction function, FunctionShape method, List<Difference> differences) {
        List<FunctionShape.Parameter> parameters = method.parameters();
        if (parameters.size() != function.parameters().size()) {
            differences.add(new Difference(
                    "has %d %s, must have %d"
                            .formatted(
                                    parameters.size(),
                                    parameters.size() == 1 ? "parameter" : "parameters",
                                    function.parameters().size()),
                    Element.WHOLE));
            return;
        }
        if (method.variableArity()) {
            differences.add(new Difference("is varargs", Element.PARAMETER_TYPE, parameters.size() - 1));
            return;
        }
        for (int i = 0; i < parameters.size(); i++) {
            String type = parameters.get(i).type();
            if (!type.equals("long")) {
                differences.add(new Difference(
                        PARAMETER
                                + "%s is %s, must be long"
                                        .formatted(function.parameters().get(i), type),
                        Element.PARAMETER_TYPE,
                        i));
            }
        }
    }

    private static void addExceptionDifference(FunctionShape method, List<Difference> differences) {
        int[] checked = IntStream.range(0, method.exceptions().size())
                .filter(i -> method.exceptions().get(i).checked())
                .toArray();
        if (checked.length > 0) {
            String names = IntStream.of(checked)
                    .mapToObj(i -> method.exceptions().get(i).type())
                    .collect(Collectors.joining(", "));
            differences.add(new Difference(
                    (checked.length == 1 ? "declares the checked exception " : "declares the checked exceptions ")
                            + names,
                    Element.EXCEPTION,
                    checked[0]));
        }
    }
}
