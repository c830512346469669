package dev.heapwright.linker.tree;

import dev.heapwright.core.link.AllocatorClass;
import dev.heapwright.core.link.Artifact;
import dev.heapwright.core.link.ShippedAllocator;
import dev.heapwright.core.marker.Marker;
import dev.heapwright.core.name.ClassName;
import dev.heapwright.diagnostic.PrintableText;
import java.util.ArrayList;
import java.util.List;

/**
 * The roles that an artifact has in linking.
 *
 * @param consumers the classes, packages and modules in it that need one, sorted
 * @param allocators the allocator classes in it, sorted
 * @param boundTo the allocators that its glue binds it to: one, unless something is wrong
 * @param available the names of the available allocators: their short names, if they have any
 */
public record ArtifactRoles(
        List<String> consumers, List<ClassName> allocators, List<ClassName> boundTo, List<String> available) {
    private static final int MOST_NAMES = 3;

    /** Copies the lists. */
    public ArtifactRoles {
        consumers = List.copyOf(consumers);
        allocators = List.copyOf(allocators);
        boundTo = List.copyOf(boundTo);
        available = List.copyOf(available);
    }

    /**
     * {@return the roles of artifacts that are shown as one}
     *
     * @param artifacts of the same coordinates
     */
    static ArtifactRoles of(List<Artifact> artifacts) {
        return new ArtifactRoles(
                artifacts.stream()
                        .flatMap(each -> each.consumers().stream())
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
                artifacts.stream()
                        .flatMap(each -> each.available().stream())
                        .map(ArtifactRoles::shortName)
                        .distinct()
                        .sorted()
                        .toList());
    }

    /** {@return the roles of the same artifact with glue that binds it to an allocator} */
    ArtifactRoles boundTo(ClassName allocator) {
        return new ArtifactRoles(consumers, allocators, List.of(allocator), available);
    }

    /** {@return whether the artifact has any role} */
    public boolean isEmpty() {
        return texts().isEmpty();
    }

    /** {@return a description of each role: {@code needs an allocator: com.acme.io}} */
    public List<String> texts() {
        List<String> texts = new ArrayList<>();
        if (!consumers.isEmpty()) {
            texts.add("needs an allocator: " + names(consumers));
        }
        if (!allocators.isEmpty()) {
            texts.add("allocator: " + names(allocators));
        }
        if (!boundTo.isEmpty()) {
            texts.add("bound to: " + names(boundTo));
        }
        if (!available.isEmpty()) {
            texts.add("available: " + names(available));
        }
        return texts;
    }

    private static String shortName(AllocatorClass allocator) {
        return ShippedAllocator.of(allocator.type())
                .map(ShippedAllocator::toString)
                .orElseGet(() -> allocator.type().binary());
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
