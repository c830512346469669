package dev.heapwright.core.contract;

import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A method of a class that is meant to be an allocator, as it is declared.
 *
 * @param name the method's name
 * @param modifiers as in {@link Modifier}
 * @param typeParameters their names
 * @param returnType as source writes it
 * @param parameters in order; of a varargs method, the last one is an array
 * @param variableArity whether the last parameter stands for any number of arguments
 * @param exceptions in the order of the declaration
 * @param source where and how it is written, if it was read from source
 */
public record FunctionShape(
        String name,
        int modifiers,
        List<String> typeParameters,
        String returnType,
        List<Parameter> parameters,
        boolean variableArity,
        List<Thrown> exceptions,
        Optional<Source> source) {

    /**
     * A parameter.
     *
     * @param type as source writes it
     * @param name its name, or any text where that is not known
     */
    public record Parameter(String type, String name) {}

    /**
     * An exception that a method declares.
     *
     * @param type as source writes it
     * @param checked whether callers must handle it (JLS 11.1.1); false where that cannot be known
     */
    public record Thrown(String type, boolean checked) {}

    /**
     * The place of a method in source.
     *
     * @param line the line that it stands in, counted from 1
     * @param declaration its text in one line, without annotations before it and without a body; empty if it contains comments
     */
    public record Source(long line, Optional<String> declaration) {}

    /** Copies the lists. */
    public FunctionShape {
        typeParameters = List.copyOf(typeParameters);
        parameters = List.copyOf(parameters);
        exceptions = List.copyOf(exceptions);
    }

    /** {@return the declaration as its author has written it, if that is known, without a body} */
    public String declaration() {
        return source.flatMap(Source::declaration).orElseGet(this::composedDeclaration);
    }

    private String composedDeclaration() {
        String flags = Modifier.toString(modifiers & Modifier.methodModifiers());
        String generics = typeParameters.isEmpty() ? "" : "<" + String.join(", ", typeParameters) + "> ";
        String list = parameters.stream()
                .map(parameter -> parameter.type() + " " + parameter.name())
                .collect(Collectors.joining(", ", "(", ")"));
        String thrown = exceptions.isEmpty()
                ? ""
                : exceptions.stream().map(Thrown::type).collect(Collectors.joining(", ", " throws ", ""));
        return (flags.isEmpty() ? "" : flags + " ")
                + generics
                + returnType
                + " "
                + name
                + (variableArity ? list.replaceFirst("\\[]( \\S+)\\)$", "...$1)") : list)
                + thrown;
    }
}
