package dev.heapwright.testkit.block;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticId;
import dev.heapwright.diagnostic.DiagnosticRenderer;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A class that has the functions of the contract. The annotation processor reports in detail what is wrong with one
 * that does not; this is for classes that were compiled without it, and reports the same briefly.
 */
final class ReflectedAllocator {
    /** A function of the contract. */
    private record Function(String name, String returnType, List<String> parameters) {
        String declaration() {
            return parameters.stream()
                    .map(parameter -> "long " + parameter)
                    .collect(joining(", ", "public static " + returnType + " " + name + "(", ")"));
        }

        boolean is(Method method) {
            int modifiers = method.getModifiers();
            return Modifier.isPublic(modifiers)
                    && Modifier.isStatic(modifiers)
                    && method.getReturnType().getName().equals(returnType)
                    && method.getParameterCount() == parameters.size()
                    && Arrays.stream(method.getParameterTypes()).allMatch(type -> type == long.class);
        }
    }

    private static final List<Function> REQUIRED = List.of(
            new Function("allocate", "long", List.of("size", "align")),
            new Function("deallocate", "void", List.of("address", "oldSize", "align")),
            new Function("reallocate", "long", List.of("address", "oldSize", "size", "align")),
            new Function("reallocateInplace", "long", List.of("address", "oldSize", "size", "align")),
            new Function("usableSize", "long", List.of("size", "align")));

    private static final Function OPTIONAL = new Function("allocateZeroed", "long", List.of("size", "align"));

    private final Class<?> type;
    private final Map<String, Method> functions;

    private ReflectedAllocator(Class<?> type) {
        this.type = type;
        this.functions = Stream.concat(REQUIRED.stream(), Stream.of(OPTIONAL))
                .flatMap(function -> named(function.name).filter(function::is))
                .collect(toMap(Method::getName, method -> method));
    }

    /**
     * {@return the class as an allocator class}
     *
     * @throws Defect if it is not public, or a function is missing or declared incorrectly
     */
    static ReflectedAllocator of(Class<?> type) {
        ReflectedAllocator allocator = new ReflectedAllocator(type);
        List<Diagnostic> problems = new ArrayList<>();
        allocator.addNotPublic(problems);
        allocator.addMissing(problems);
        allocator.addWrong(problems);
        if (!problems.isEmpty()) {
            throw Defect.of(
                    problems.stream().map(DiagnosticRenderer::renderWhole).collect(joining("\n")));
        }
        return allocator;
    }

    Class<?> type() {
        return type;
    }

    String name() {
        return Objects.requireNonNullElse(type.getCanonicalName(), type.getName());
    }

    boolean hasFunction(String name) {
        return functions.containsKey(name);
    }

    Method function(String name) {
        return Objects.requireNonNull(functions.get(name));
    }

    private Stream<Method> named(String name) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.getName().equals(name));
    }

    private void addNotPublic(List<Diagnostic> problems) {
        for (Class<?> around = type; around != null; around = around.getEnclosingClass()) {
            if (!Modifier.isPublic(around.getModifiers())) {
                String which = around == type ? "it" : "it is nested in " + around.getName() + ", which";
                problems.add(Diagnostic.error(
                        DiagnosticId.NOT_AN_ALLOCATOR_CLASS,
                        "%s cannot be an allocator: %s is not public".formatted(name(), which)));
            }
        }
    }

    private void addMissing(List<Diagnostic> problems) {
        List<Function> missing = REQUIRED.stream()
                .filter(function -> named(function.name).findAny().isEmpty())
                .toList();
        if (missing.isEmpty()) {
            return;
        }
        boolean one = missing.size() == 1;
        Diagnostic problem = Diagnostic.error(
                DiagnosticId.MISSING_FUNCTION,
                "allocator %s is missing %s"
                        .formatted(
                                name(),
                                one
                                        ? "the required function " + missing.get(0).name
                                        : missing.size() + " required functions"));
        for (Function function : missing) {
            problem = problem.withDetail(function.declaration());
        }
        problems.add(problem.withHelp(
                one ? "add it with exactly this signature" : "add them with exactly these signatures"));
    }

    private void addWrong(List<Diagnostic> problems) {
        for (Function function : REQUIRED) {
            if (!hasFunction(function.name)) {
                named(function.name)
                        .findFirst()
                        .ifPresent(method -> problems.add(Diagnostic.error(
                                        DiagnosticId.WRONG_SIGNATURE,
                                        name() + "." + function.name + " has the wrong signature")
                                .withDetail("required: " + function.declaration())
                                .withDetail("found:    " + method)
                                .withHelp("declare it as required")));
            }
        }
    }
}
