package dev.heapwright.heap;

import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;

/** Finds the one binding among those that are registered, or explains why there is not exactly one. */
final class BindingFinder {
    private BindingFinder() {}

    /**
     * {@return the only one, or an {@link Unbound} that says on every use why there is none}
     *
     * @param registered the registered bindings; iterating may throw {@link ServiceConfigurationError} for one that
     *     cannot be loaded
     */
    static Binding find(Iterable<Binding> registered) {
        List<Binding> found = new ArrayList<>();
        List<String> broken = new ArrayList<>();
        Iterator<Binding> bindings = registered.iterator();
        while (true) {
            // The iterator is specified to go on after an error, so each broken registration is reported once.
            try {
                if (!bindings.hasNext()) {
                    break;
                }
                found.add(bindings.next());
            } catch (ServiceConfigurationError e) {
                broken.add(String.valueOf(e.getMessage()));
            }
        }
        if (found.size() == 1 && broken.isEmpty()) {
            return found.get(0);
        }
        return new Unbound(found.size() > 1 ? boundTwice(found) : notBound(broken));
    }

    private static String notBound(List<String> broken) {
        StringBuilder text = new StringBuilder(
                broken.isEmpty()
                        ? "[Heapwright/NotBound] no allocator is bound to this program's heap\n"
                        : "[Heapwright/NotBound] the allocator that is bound to this program's heap cannot be loaded\n");
        broken.forEach(each -> text.append("    ").append(each).append('\n'));
        return text.append(
                        """
                          help: bind one where the program is built, and build it again:
                                <plugin>
                                  <groupId>dev.heapwright</groupId>
                                  <artifactId>heapwright-maven-plugin</artifactId>
                                  <executions><execution><goals><goal>bind</goal><goal>check</goal></goals></execution></executions>
                                </plugin>
                          more: mvn heapwright:explain -Did=NotBound""")
                .toString();
    }

    private static String boundTwice(List<Binding> found) {
        StringBuilder text = new StringBuilder("[Heapwright/BoundTwice] this program's heap is bound %d times, a heap is bound once\n"
                .formatted(found.size()));
        // By name: in which order the class path has them must not change a message.
        found.stream()
                .sorted(Comparator.comparing(Binding::toString)
                        .thenComparing(binding -> binding.getClass().getName()))
                .forEach(binding -> text.append("    ")
                        .append(binding)
                        .append(" by ")
                        .append(binding.getClass().getName())
                        .append(whence(binding))
                        .append('\n'));
        return text.append(
                        """
                          help: keep one: leave out the artifacts that the others come from, or build those as libraries, without glue
                          more: mvn heapwright:explain -Did=BoundTwice""")
                .toString();
    }

    private static String whence(Binding binding) {
        CodeSource source = binding.getClass().getProtectionDomain().getCodeSource();
        return source == null || source.getLocation() == null ? "" : " in " + source.getLocation();
    }
}
