package dev.heapwright.testkit.block;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

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
        List<String> problems = new ArrayList<>();
        allocator.addNotPublic(problems);
        allocator.addMissing(problems);
        allocator.addWrong(problems);
        if (!problems.isEmpty()) {
            throw Defect.of(String.join("\n", problems));
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

    private void addNotPublic(List<String> problems) {
        for (Class<?> around = type; around != null; around = around.getEnclosingClass()) {
            if (!Modifier.isPublic(around.getModifiers())) {
                String which = around == type ? "it" : "it is nested in " + around.getName() + ", which";
                problems.add("""
                        [Heapwright/NotAnAllocatorClass] %s cannot be an allocator: %s is not public
                          more: mvn heapwright:explain -Did=NotAnAllocatorClass""".formatted(name(), which));
            }
        }
    }

    private void addMissing(List<String> problems) {
        List<Function> missing = REQUIRED.stream()
                .filter(function -> named(function.name).findAny().isEmpty())
                .toList();
        if (!missing.isEmpty()) {
            boolean one = missing.size() == 1;
            problems.add("""
                    [Heapwright/MissingFunction] allocator %s is missing %s
                    %s
                      help: add %s
                      more: mvn heapwright:explain -Did=MissingFunction""".formatted(
                    name(),
                    one ? "the required function " + missing.get(0).name : missing.size() + " required functions",
                    missing.stream()
                            .map(function -> "    " + function.declaration())
                            .collect(joining("\n")),
                    one ? "it with exactly this signature" : "them with exactly these signatures"));
        }
    }

    private void addWrong(List<String> problems) {
        for (Function function : REQUIRED) {
            if (!hasFunction(function.name)) {
                named(function.name)
                        .findFirst()
                        .ifPresent(method ->
                                problems.add("""
                                [Heapwright/WrongSignature] %s.%s has the wrong signature
                                    required: %s
                                    found:    %s
                                  help: declare it as required
                                  more: mvn heapwright:explain -Did=WrongSignature""".formatted(name(), function.name, function.declaration(), method)));
            }
        }
    }
}
