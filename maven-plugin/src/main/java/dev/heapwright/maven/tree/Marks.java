package dev.heapwright.maven.tree;

import dev.heapwright.core.diagnostic.PrintableText;
import dev.heapwright.core.link.AllocatorClass;
import dev.heapwright.core.link.Artifact;
import dev.heapwright.core.marker.Marker;
import dev.heapwright.core.name.ClassName;
import java.util.ArrayList;
import java.util.List;

/**
 * What an artifact has to do with allocators.
 *
 * @param needers the classes, packages and modules in it that need one, sorted
 * @param allocators the allocator classes in it, sorted
 * @param boundTo the allocators that it is bound to, by glue that it carries: one, unless something is wrong
 * @param added whether it is among the dependencies only because it was added to link it
 */
public record Marks(List<String> needers, List<ClassName> allocators, List<ClassName> boundTo, boolean added) {
    private static final int MOST_NAMES = 3;

    /** Copies the lists. */
    public Marks {
        needers = List.copyOf(needers);
        allocators = List.copyOf(allocators);
        boundTo = List.copyOf(boundTo);
    }

    /**
     * {@return the marks of artifacts that are shown as one}
     *
     * @param artifacts of the same coordinates
     * @param added whether they were added to link them
     */
    static Marks of(List<Artifact> artifacts, boolean added) {
        return new Marks(
                artifacts.stream()
                        .flatMap(each -> each.needers().stream())
                        .distinct()
                        .sorted()
                        .toList(),
                artifacts.stream()
                        .flatMap(each -> each.allocators().stream())
                        .map(AllocatorClass::type)
                        .distinct()
                        .sorted()
                        .toList(),
                artifacts.stream()
                        .flatMap(each -> each.bindings().stream())
                        .map(Marker.OfBinding::allocator)
                        .distinct()
                        .sorted()
                        .toList(),
                added);
    }

    /** {@return the marks of the same artifact with glue that binds it to an allocator} */
    Marks boundTo(ClassName allocator) {
        return new Marks(needers, allocators, List.of(allocator), added);
    }

    /**
     * {@return whether the artifact has anything to do with allocators}
     */
    public boolean isEmpty() {
        return texts().isEmpty();
    }

    /**
     * {@return each mark as people read it: {@code needs an allocator: com.acme.io}}
     */
    public List<String> texts() {
        List<String> texts = new ArrayList<>();
        if (!needers.isEmpty()) {
            texts.add("needs an allocator: " + names(needers));
        }
        if (!allocators.isEmpty()) {
            texts.add("allocator: " + names(allocators));
        }
        if (!boundTo.isEmpty()) {
            texts.add("bound to: " + names(boundTo));
        }
        if (added) {
            texts.add("added by default");
        }
        return texts;
    }

    private static String names(List<?> names) {
        String first = String.join(
                ", ",
                names.stream()
                        .limit(MOST_NAMES)
                        .map(Object::toString)
                        .map(PrintableText::of)
                        .toList());
        int more = names.size() - MOST_NAMES;
        return more > 0 ? first + " and " + more + " more" : first;
    }
}
