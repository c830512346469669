package dev.heapwright.core.reach;

import dev.heapwright.core.bytecode.ClassCode;
import dev.heapwright.core.bytecode.Member;
import dev.heapwright.core.bytecode.Use;
import dev.heapwright.core.contract.Contract;
import java.io.IOException;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** What may run right after, or because of, each {@link Step}. */
final class CallGraph {
    private final Hierarchy hierarchy;
    private final Classes classes;
    private final NavigableSet<String> unknown = new TreeSet<>();

    CallGraph(Classes classes) {
        this.classes = classes;
        this.hierarchy = new Hierarchy(classes);
    }

    /** {@return the calls by reflection that were met, of which it is not known what they use} */
    NavigableSet<String> unknown() {
        return unknown;
    }

    /** {@return whether a step is a method of the compiler's, such as the body of a lambda} */
    boolean isSynthetic(Step step) throws IOException {
        return step.kind() == Step.Kind.METHOD
                && method(step.member()).filter(ClassCode.Method::isSynthetic).isPresent();
    }

    /** {@return the static initialiser of a class and its methods of some names} */
    NavigableSet<Step> entries(String type, Predicate<String> names) throws IOException {
        NavigableSet<Step> entries = new TreeSet<>();
        initialise(type, entries);
        hierarchy.find(type).stream()
                .flatMap(code -> code.methods().values().stream())
                .map(ClassCode.Method::member)
                .filter(member -> names.test(member.name()))
                .map(Step::method)
                .forEach(entries::add);
        return entries;
    }

    /** {@return what may run next; sorted, so that the same way is found each time} */
    NavigableSet<Step> after(Step step) throws IOException {
        NavigableSet<Step> next = new TreeSet<>();
        switch (step.kind()) {
            case FIELD -> {}
            case METHOD -> addUses(step.member(), next);
            case INSTANCE -> hierarchy.callbacks(step.type()).forEach(method -> next.add(Step.method(method.member())));
            case INITIALISER -> {
                addUses(step.member(), next);
                Optional<ClassCode> code = hierarchy.find(step.type());
                for (String above : code.map(ClassCode::supertypes).orElse(List.of())) {
                    initialise(above, next);
                }
            }
        }
        return next;
    }

    private Optional<ClassCode.Method> method(Member member) throws IOException {
        return hierarchy.find(member.type()).map(code -> code.methods().get(member.signature()));
    }

    private void addUses(Member user, Set<Step> next) throws IOException {
        Set<Use> uses = method(user).map(ClassCode.Method::uses).orElse(Set.of());
        for (Use use : uses) {
            if (use instanceof Use.Unknown reflection) {
                unknown.add(user + " calls " + reflection.method());
            } else {
                add(use, next);
            }
        }
    }

    private void add(Use use, Set<Step> next) throws IOException {
        if (use instanceof Use.Call call) {
            call(hierarchy.resolve(call.method()), next);
        } else if (use instanceof Use.StaticCall call) {
            List<ClassCode.Method> called = hierarchy.resolve(call.method());
            call(called, next);
            for (ClassCode.Method method : called) {
                initialise(method.member().type(), next);
            }
            if (called.isEmpty()) {
                initialise(call.method().type(), next);
                // The heap of a host is not in the program.
                if (Contract.isOfHeap(call.method().type())) {
                    next.add(Step.method(call.method()));
                }
            }
        } else if (use instanceof Use.OverridableCall call) {
            callAll(call.method(), next);
        } else if (use instanceof Use.FieldAccess access) {
            access(access, next);
        } else if (use instanceof Use.Instance creation) {
            instantiate(creation.type(), next);
        } else if (use instanceof Use.Literal literal) {
            initialise(literal.type(), next);
        } else if (use instanceof Use.Service service) {
            for (String provider : classes.providers(service.type())) {
                addNamed(provider, Member.CONSTRUCTOR, next);
                addNamed(provider, "provider", next);
            }
        } else if (use instanceof Use.Named named) {
            addNamed(named.type(), named.name(), next);
        } else if (use instanceof Use.Everything everything) {
            addEverything(everything.type(), next);
        }
    }

    private static void call(Iterable<ClassCode.Method> methods, Set<Step> next) {
        methods.forEach(method -> next.add(Step.method(method.member())));
    }

    /** The JDK's own methods are overridden too: by the objects that reachable code creates. */
    private void callAll(Member method, Set<Step> next) throws IOException {
        if (hierarchy.find(method.type()).isEmpty()) {
            return;
        }
        List<ClassCode.Method> named = hierarchy.resolve(method);
        call(named, next);
        if (!named.isEmpty() && named.stream().noneMatch(ClassCode.Method::isOverridable)) {
            return;
        }
        for (String type : hierarchy.subtypes(method.type())) {
            hierarchy.resolve(method.in(type)).stream()
                    .filter(ClassCode.Method::isVirtual)
                    .forEach(each -> next.add(Step.method(each.member())));
        }
        if (named.isEmpty() || named.stream().anyMatch(ClassCode.Method::isAbstract)) {
            for (Use body : hierarchy.lambdas(method.type())) {
                add(body, next);
            }
        }
    }

    private void access(Use.FieldAccess access, Set<Step> next) throws IOException {
        if (access.isStatic()) {
            // Also of a class whose class file is inaccessible.
            initialise(access.field().type(), next);
        }
        for (String type : hierarchy.supertypes(access.field().type())) {
            Member field = access.field().in(type);
            if (hierarchy.find(type).orElseThrow().fields().contains(field)) {
                next.add(Step.field(field));
                if (access.isStatic()) {
                    initialise(type, next);
                }
            }
        }
    }

    private void instantiate(String type, Set<Step> next) throws IOException {
        if (hierarchy.find(type).isPresent()) {
            next.add(Step.instance(type));
            initialise(type, next);
        }
    }

    private void initialise(String type, Set<Step> next) throws IOException {
        if (hierarchy.find(type).isPresent()) {
            next.add(Step.initialiser(type));
        }
    }

    private void addNamed(String type, String name, Set<Step> next) throws IOException {
        initialise(type, next);
        if (name.equals(Member.CONSTRUCTOR)) {
            instantiate(type, next);
        }
        for (String each : hierarchy.supertypes(type)) {
            for (ClassCode.Method method :
                    hierarchy.find(each).orElseThrow().methods().values()) {
                if (method.member().name().equals(name)) {
                    next.add(Step.method(method.member()));
                }
            }
        }
    }

    private void addEverything(String type, Set<Step> next) throws IOException {
        instantiate(type, next);
        for (String each : hierarchy.supertypes(type)) {
            call(hierarchy.find(each).orElseThrow().methods().values(), next);
        }
    }
}
