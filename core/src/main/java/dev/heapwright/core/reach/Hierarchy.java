package dev.heapwright.core.reach;

import dev.heapwright.core.bytecode.ClassCode;
import dev.heapwright.core.bytecode.ClassHeader;
import dev.heapwright.core.bytecode.Member;
import dev.heapwright.core.bytecode.Use;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which method a call leads to, in a class of the program, its superclasses and subclasses. */
final class Hierarchy {
    private final Classes classes;
    private final Map<String, Optional<ClassCode>> known = new HashMap<>();
    private final JdkMethods jdk = new JdkMethods();
    private @Nullable Subtypes subtypes;

    /** All classes of the program below others, and those that create objects of a type without a class for them. */
    private record Subtypes(Map<String, Set<String>> direct, Map<String, Set<String>> lambdaCreators) {}

    Hierarchy(Classes classes) {
        this.classes = classes;
    }

    /** {@return the members of a class; empty if it is not in the program} */
    Optional<ClassCode> find(String type) throws IOException {
        Optional<ClassCode> code = known.get(type);
        if (code == null) {
            code = classes.find(type);
            known.put(type, code);
        }
        return code;
    }

    /**
     * {@return the methods of the program that may be meant by a name (JVMS 5.4.3.3): that of the class or the nearest
     * superclass; if there is none, those of the nearest interfaces}
     */
    List<ClassCode.Method> resolve(Member named) throws IOException {
        List<ClassCode.Method> found = new ArrayList<>();
        Set<String> interfaces = new LinkedHashSet<>();
        Set<String> seen = new HashSet<>(Set.of(named.type()));
        Deque<String> waiting = new ArrayDeque<>(seen);
        while (!waiting.isEmpty()) {
            ClassCode code = find(waiting.remove()).orElse(null);
            if (code != null && !addDeclared(code, named, found)) {
                interfaces.addAll(code.interfaces());
                code.superclasses().stream().filter(seen::add).forEach(waiting::add);
            }
        }
        if (found.isEmpty()) {
            interfaces.stream().filter(seen::add).forEach(waiting::add);
        }
        while (!waiting.isEmpty()) {
            ClassCode code = find(waiting.remove()).orElse(null);
            if (code != null && !addDeclared(code, named, found)) {
                code.interfaces().stream().filter(seen::add).forEach(waiting::add);
            }
        }
        return found;
    }

    private static boolean addDeclared(ClassCode code, Member named, List<ClassCode.Method> found) {
        ClassCode.Method declared = code.methods().get(named.signature());
        return declared != null && found.add(declared);
    }

    /** {@return a class and all that it inherits from, as far as they are in the program} */
    Set<String> supertypes(String type) throws IOException {
        Set<String> all = new LinkedHashSet<>();
        Deque<String> waiting = new ArrayDeque<>(List.of(type));
        while (!waiting.isEmpty()) {
            String each = waiting.remove();
            Optional<ClassCode> code = find(each);
            if (code.isPresent() && all.add(each)) {
                waiting.addAll(code.get().supertypes());
            }
        }
        return all;
    }

    /** {@return a class of the program and all that inherit from it} */
    Set<String> subtypes(String type) throws IOException {
        Set<String> all = new LinkedHashSet<>();
        Deque<String> waiting = new ArrayDeque<>(List.of(type));
        while (!waiting.isEmpty()) {
            String each = waiting.remove();
            if (all.add(each)) {
                waiting.addAll(index().direct().getOrDefault(each, Set.of()));
            }
        }
        return all;
    }

    /** {@return what the lambdas and method references do that are objects of a type} */
    Collection<Use> lambdas(String type) throws IOException {
        Set<Use> bodies = new LinkedHashSet<>();
        for (String interfaceName : subtypes(type)) {
            for (String creator : index().lambdaCreators().getOrDefault(interfaceName, Set.of())) {
                find(creator).stream()
                        .flatMap(code -> code.methods().values().stream())
                        .flatMap(method -> method.uses().stream())
                        .filter(use -> use instanceof Use.Lambda lambda
                                && lambda.type().equals(interfaceName))
                        .map(use -> ((Use.Lambda) use).body())
                        .forEach(bodies::add);
            }
        }
        return bodies;
    }

    /** {@return the methods of an object of a class that override, or implement, those of the JDK's classes} */
    Set<ClassCode.Method> callbacks(String type) throws IOException {
        Map<String, Member> own = new HashMap<>();
        Set<String> overridable = new HashSet<>();
        for (String each : supertypes(type)) {
            ClassCode code = find(each).orElseThrow();
            code.methods().values().stream()
                    .filter(ClassCode.Method::isVirtual)
                    .forEach(method -> own.put(method.member().signature(), method.member()));
            for (String above : code.supertypes()) {
                overridable.addAll(jdk.of(above));
            }
        }
        own.keySet().retainAll(overridable);
        Set<ClassCode.Method> methods = new LinkedHashSet<>();
        for (Member each : own.values()) {
            methods.addAll(resolve(each.in(type)));
        }
        return methods;
    }

    private Subtypes index() throws IOException {
        if (subtypes == null) {
            subtypes = new Subtypes(new HashMap<>(), new HashMap<>());
            for (ClassHeader each : classes.all()) {
                add(each.supertypes(), each.name(), subtypes.direct());
                add(each.lambdas(), each.name(), subtypes.lambdaCreators());
            }
        }
        return subtypes;
    }

    private static void add(Set<String> types, String name, Map<String, Set<String>> byType) {
        types.forEach(type ->
                byType.computeIfAbsent(type, key -> new LinkedHashSet<>()).add(name));
    }
}
