package dev.heapwright.linker.tree;

import dev.heapwright.core.link.AllocatorClass;
import dev.heapwright.core.link.Artifact;
import dev.heapwright.core.link.ShippedAllocator;
import dev.heapwright.core.name.ClassName;
import dev.heapwright.diagnostic.PrintableText;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The roles that an artifact has in linking.
 *
 * @param names for each role that it has, what has the role or what it is bound to, sorted: classes, packages and modules
 *     by their names, available allocators by their short ones if they have such
 */
public record ArtifactRoles(Map<Role, List<String>> names) {
    private static final int MOST_NAMES = 3;

    /** Copies the map, without roles that have no names. */
    public ArtifactRoles {
        Map<Role, List<String>> some = new EnumMap<>(Role.class);
        names.forEach((role, each) -> {
            if (!each.isEmpty()) {
                some.put(role, List.copyOf(each));
            }
        });
        names = Collections.unmodifiableMap(some);
    }

    /**
     * {@return the roles of artifacts that are shown as one}
     *
     * @param artifacts of the same coordinates
     */
    static ArtifactRoles of(List<Artifact> artifacts) {
        return new ArtifactRoles(Map.of(
                Role.CONSUMER, names(artifacts, Artifact::consumers, Function.identity()),
                Role.ALLOCATOR,
                        names(
                                artifacts,
                                Artifact::allocators,
                                each -> each.type().binary()),
                Role.BOUND,
                        names(
                                artifacts,
                                Artifact::bindings,
                                each -> each.allocator().binary()),
                Role.AVAILABLE, names(artifacts, Artifact::available, ArtifactRoles::shortName)));
    }

    private static <T> List<String> names(
            List<Artifact> artifacts, Function<Artifact, Collection<T>> what, Function<T, String> name) {
        return artifacts.stream()
                .flatMap(each -> what.apply(each).stream())
                .map(name)
                .distinct()
                .sorted()
                .toList();
    }

    private static String shortName(AllocatorClass allocator) {
        return ShippedAllocator.of(allocator.type())
                .map(ShippedAllocator::toString)
                .orElseGet(() -> allocator.type().binary());
    }

    /** {@return the roles of the same artifact with glue that binds it to an allocator} */
    ArtifactRoles boundTo(ClassName allocator) {
        Map<Role, List<String>> bound = new EnumMap<>(Role.class);
        bound.putAll(names);
        bound.put(Role.BOUND, List.of(allocator.binary()));
        return new ArtifactRoles(bound);
    }

    /**
     * {@return whether the artifact has a role}
     *
     * @param role which one
     */
    public boolean has(Role role) {
        return names.containsKey(role);
    }

    /**
     * {@return whether depending on the artifact brings in an allocator: one that it links, or is bound to}
     */
    public boolean bringsAllocator() {
        return has(Role.ALLOCATOR) || has(Role.BOUND);
    }

    /**
     * {@return what has a role, or what the artifact is bound to; empty if it does not have that role}
     *
     * @param role which one
     */
    public List<String> names(Role role) {
        return names.getOrDefault(role, List.of());
    }

    /**
     * {@return whether the artifact has nothing to do with allocators}
     */
    public boolean isEmpty() {
        return names.isEmpty();
    }

    /**
     * {@return each role as people read it: {@code needs an allocator: com.acme.io}}
     */
    public List<String> texts() {
        return names.keySet().stream().map(this::text).toList();
    }

    /**
     * {@return a role as people read it}
     *
     * @param role one that the artifact has
     */
    public String text(Role role) {
        List<String> all = names(role);
        String first = all.stream().limit(MOST_NAMES).map(PrintableText::of).collect(Collectors.joining(", "));
        int more = all.size() - MOST_NAMES;
        return role + ": " + first + (more > 0 ? " and " + more + " more" : "");
    }
}
