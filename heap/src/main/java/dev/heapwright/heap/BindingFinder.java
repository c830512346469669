package dev.heapwright.heap;

import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.stream.Collectors;

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
        String headline = broken.isEmpty()
                ? "no allocator is bound to this program's heap"
                : "what binds an allocator to this program's heap cannot be loaded";
        return """
                [Heapwright/NotBound] %s
                %s  help: bind one where the program is built, and build it again:
                        <plugin>
                          <groupId>dev.heapwright</groupId>
                          <artifactId>heapwright-maven-plugin</artifactId>
                          <executions><execution><goals><goal>bind</goal><goal>check</goal></goals></execution></executions>
                        </plugin>
                  more: mvn heapwright:explain -Did=NotBound""".formatted(headline, details(broken));
    }

    private static String boundTwice(List<Binding> found) {
        // By name: in which order the class path has them must not change a message.
        List<String> bindings = found.stream()
                .map(each -> each + " by " + each.getClass().getName() + whence(each))
                .sorted()
                .toList();
        return """
                [Heapwright/BoundTwice] this program's heap is bound %d times, a heap is bound once
                %s  help: keep one: leave out the artifacts that the others come from, or build those as libraries, without glue
                  more: mvn heapwright:explain -Did=BoundTwice""".formatted(found.size(), details(bindings));
    }

    private static String details(List<String> lines) {
        return lines.stream().map(line -> "    " + line + "\n").collect(Collectors.joining());
    }

    private static String whence(Binding binding) {
        CodeSource source = binding.getClass().getProtectionDomain().getCodeSource();
        return source == null || source.getLocation() == null ? "" : " in " + source.getLocation();
    }
}
