package dev.heapwright.core.contract;

import dev.heapwright.diagnostic.DiagnosticRenderer;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shapes of classes of the package {@code com.acme}, whose functions are given as source declares them. */
final class Shapes {
    static final String ALLOCATE = "public static long allocate(long size, long align)";
    static final String DEALLOCATE = "public static void deallocate(long address, long oldSize, long align)";
    static final String REALLOCATE = "public static long reallocate(long address, long oldSize, long size, long align)";
    static final String IN_PLACE =
            "public static long reallocateInplace(long address, long oldSize, long size, long align)";
    static final String USABLE_SIZE = "public static long usableSize(long size, long align)";

    private static final Pattern DECLARATION =
            Pattern.compile("((?:[a-z]+ )*)([\\w.]+) (\\w+)\\((.*)\\)(?: throws (.+))?");
    private static final Map<String, Integer> MODIFIERS = Map.of(
            "public", Modifier.PUBLIC,
            "protected", Modifier.PROTECTED,
            "private", Modifier.PRIVATE,
            "static", Modifier.STATIC,
            "native", Modifier.NATIVE,
            "abstract", Modifier.ABSTRACT);

    private Shapes() {}

    /** {@return {@code com.acme.Pool}, public, with these functions} */
    static ClassShape pool(String... functions) {
        return type("com.acme", "Pool", Modifier.PUBLIC, functions);
    }

    /** {@return {@code com.acme.Pool} with the five functions, one of them declared in another way} */
    static ClassShape poolWith(String function) {
        String name = function(function).name();
        return pool(Stream.of(ALLOCATE, DEALLOCATE, REALLOCATE, IN_PLACE, USABLE_SIZE)
                .map(each -> function(each).name().equals(name) ? function : each)
                .toArray(String[]::new));
    }

    /** {@return {@code com.acme.Pool} with the five functions and others after them} */
    static ClassShape poolAnd(String... others) {
        return pool(
                Stream.concat(Stream.of(ALLOCATE, DEALLOCATE, REALLOCATE, IN_PLACE, USABLE_SIZE), Arrays.stream(others))
                        .toArray(String[]::new));
    }

    static ClassShape type(String packageName, String name, int modifiers, String... functions) {
        return new ClassShape(
                packageName,
                packageName + "." + name,
                ClassShape.Kind.CLASS,
                ClassShape.Nesting.TOP_LEVEL,
                modifiers,
                false,
                Optional.empty(),
                List.of(),
                Arrays.stream(functions).map(Shapes::function).toList());
    }

    /** {@return a method; its exceptions are checked, unless they are named like those of the language} */
    static FunctionShape function(String declaration) {
        Matcher parts = DECLARATION.matcher(declaration);
        if (!parts.matches()) {
            throw new IllegalArgumentException(declaration);
        }
        boolean varargs = parts.group(4).contains("...");
        return new FunctionShape(
                parts.group(3),
                words(parts.group(1), " ").mapToInt(MODIFIERS::get).sum(),
                List.of(),
                parts.group(2),
                words(parts.group(4).replace("...", "[]"), ", ")
                        .map(each -> each.split(" ", 2))
                        .map(each -> new FunctionShape.Parameter(each[0], each[1]))
                        .toList(),
                varargs,
                words(Optional.ofNullable(parts.group(5)).orElse(""), ", ")
                        .map(each -> new FunctionShape.Thrown(each, !each.startsWith("java.lang.")))
                        .toList(),
                Optional.empty());
    }

    private static Stream<String> words(String text, String separator) {
        return Arrays.stream(text.split(separator)).filter(each -> !each.isEmpty());
    }

    /** {@return the same method, read from source in a certain line} */
    static FunctionShape inSource(FunctionShape method, int line, String declaration) {
        return new FunctionShape(
                method.name(),
                method.modifiers(),
                method.typeParameters(),
                method.returnType(),
                method.parameters(),
                method.variableArity(),
                method.exceptions(),
                Optional.of(new FunctionShape.Source(line, Optional.of(declaration))));
    }

    /** {@return what a rule says of a class, without the line that all diagnostics end with} */
    static String text(ContractRule rule, ClassShape type) {
        return rule.check(type).stream()
                .map(violation -> DiagnosticRenderer.renderWhole(violation.diagnostic()))
                .map(text -> text.substring(0, text.lastIndexOf('\n')))
                .collect(Collectors.joining("\n"));
    }
}
