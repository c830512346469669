package dev.heapwright.heap;

import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the only registered binding, or explains why there is not exactly one, or why it must not be used in this
 * process.
 */
final class BindingFinder {
    private static final String BIND = """
            bind one in the program's build, and rebuild it:
            <plugin>
              <groupId>dev.heapwright</groupId>
              <artifactId>heapwright-maven-plugin</artifactId>
              <executions><execution><goals><goal>bind</goal><goal>check</goal></goals></execution></executions>
            </plugin>""";

    /** What is above is there already, if one of the libraries is the program. */
    private static final String SET_KIND = """
            if the program is among them, set kind to application in its build, and rebuild it:
            <configuration><kind>application</kind></configuration>
            if not,\s""";

    private BindingFinder() {}

    /**
     * {@return the only binding that the class loader of the heap finds, if the process is as the build promised;
     * otherwise an {@link Unbound} that explains the problem on every use}
     *
     * @throws BindingError if one cannot be read now, but possibly the next time
     * @throws VirtualMachineError if the stack or the Java heap is exhausted
     */
    static Binding find() {
        ClassLoader loader = Heap.class.getClassLoader();
        Binding found = find(ServiceLoader.load(Binding.class, loader), loader);
        if (found instanceof Unbound) {
            return found;
        }
        Optional<BindingError> broken = PromisedProcess.broken();
        if (broken.isEmpty()) {
            broken = PreloadedProcess.broken(found);
        }
        if (broken.isEmpty()) {
            broken = StartedLimit.ignoredBy(found);
        }
        return broken.isPresent() ? new Unbound(broken.get()) : found;
    }

    /**
     * {@return the only binding, or an {@link Unbound} that explains on every use why there is none}
     *
     * @param registered the registered bindings; iterating may throw {@link ServiceConfigurationError}, or another
     *     {@link LinkageError}, for one that cannot be loaded
     * @param loader that has the program beside the heap, where nothing is bound
     * @throws BindingError if one cannot be read now, but possibly the next time
     * @throws VirtualMachineError if the stack or the Java heap is exhausted
     */
    static Binding find(Iterable<Binding> registered, ClassLoader loader) {
        List<Binding> found = new ArrayList<>();
        // Sorted: the order of the class path must not affect a message.
        Set<String> broken = new TreeSet<>();
        boolean tests = false;
        Iterator<Binding> bindings = registered.iterator();
        while (true) {
            try {
                if (!bindings.hasNext()) {
                    break;
                }
                Binding binding = bindings.next();
                found.add(binding);
                tests |= binding.isForTests();
            } catch (ServiceConfigurationError | LinkageError e) {
                throwPassing(e);
                // The iterator continues after an error, unless it cannot even begin: then it throws the same error
                // again.
                if (!broken.add(reason(e))) {
                    break;
                }
            }
        }
        List<Binding> foreign = tests ? TestBindings.takeOut(found) : List.of();
        if (found.size() == 1 && areOfOtherHeaps(broken)) {
            return found.get(0);
        }
        return new Unbound(found.size() > 1 ? boundTwice(found) : notBound(broken, foreign, loader));
    }

    /**
     * Whether each is the glue of another copy of the heap: a host's own glue is visible to hosted code, but extends a
     * different {@code Binding} class. Every {@link ServiceLoader} since Java 6 uses this wording.
     */
    private static boolean areOfOtherHeaps(Set<String> reasons) {
        for (String reason : reasons) {
            if (!reason.endsWith(" not a subtype")) {
                return false;
            }
        }
        return true;
    }

    /** Throws an error that must not be cached, because its cause may be gone when the next call tries again. */
    private static void throwPassing(Error error) {
        for (Throwable each = error; each != null; each = each.getCause()) {
            if (each instanceof VirtualMachineError passing) {
                throw passing;
            }
            if (each instanceof IOException) {
                throw new BindingError(
                        BindingError.NOT_BOUND,
                        "the binding of this program's heap cannot be read",
                        List.of(reason(error)),
                        "fix the I/O error above; the next call tries again");
            }
        }
    }

    private static String reason(Error error) {
        String text = error instanceof ServiceConfigurationError ? error.getMessage() : error.toString();
        return text + (error.getCause() == null ? "" : ": " + error.getCause());
    }

    private static BindingError notBound(Set<String> broken, List<Binding> foreign, ClassLoader loader) {
        if (!broken.isEmpty()) {
            return new BindingError(
                    BindingError.NOT_BOUND, "the binding of this program's heap cannot be loaded", broken, BIND);
        }
        List<String> libraries = UnboundLibraries.describe(loader);
        List<String> details = new ArrayList<>(libraries);
        foreign.forEach(each -> details.add("a binding is only for the tests of another module" + location(each)));
        return new BindingError(
                BindingError.NOT_BOUND,
                "no allocator is bound to this program's heap",
                details,
                libraries.isEmpty() ? BIND : SET_KIND + BIND);
    }

    private static BindingError boundTwice(List<Binding> found) {
        return new BindingError(
                BindingError.BOUND_TWICE,
                "this program's heap has %d bindings; exactly one is required".formatted(found.size()),
                found.stream()
                        .map(each -> each + " by " + each.getClass().getName() + location(each))
                        .sorted()
                        .toList(),
                "keep one: remove the artifacts that the others come from, or build those as libraries, without glue");
    }

    private static String location(Binding binding) {
        URL location = TestBindings.location(binding);
        return location == null ? "" : " in " + location;
    }
}
