package dev.heapwright.linker.tree;

import dev.heapwright.core.link.Artifact;
import dev.heapwright.core.link.Closure;
import dev.heapwright.core.link.Decision;
import dev.heapwright.core.link.DependencyGraph;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.PrintableText;
import dev.heapwright.linker.artifact.PassedOver;
import dev.heapwright.linker.build.DetectedKind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A module, everything that it runs with, and the result of linking it.
 *
 * @param kind what the module produces
 * @param release the Java release that it is compiled for, such as 17
 * @param closure the module and what it runs with
 * @param decision the linking decision
 * @param warnings problems that do not prevent binding
 * @param passedOver artifacts with an allocator that was not linked
 */
public record LinkedModule(
        DetectedKind kind,
        int release,
        Closure closure,
        Decision decision,
        List<Diagnostic> warnings,
        List<PassedOver> passedOver) {

    /** Copies the collections. */
    public LinkedModule {
        warnings = List.copyOf(warnings);
        passedOver = List.copyOf(passedOver);
    }

    /**
     * Creates one in which no allocator was passed over.
     *
     * @param kind what the module produces
     * @param release the Java release that it is compiled for, such as 17
     * @param closure the module and what it runs with
     * @param decision the linking decision
     * @param warnings problems that do not prevent binding
     */
    public LinkedModule(DetectedKind kind, int release, Closure closure, Decision decision, List<Diagnostic> warnings) {
        this(kind, release, closure, decision, warnings, List.of());
    }

    /**
     * {@return the module's coordinates}
     */
    public Coordinates coordinates() {
        return closure.module().coordinates();
    }

    /**
     * {@return a description of the module: {@code com.acme:app:1.0 is an application (configured), compiled for Java
     * 17}}
     */
    public String description() {
        return "%s is %s (%s), compiled for Java %d"
                .formatted(coordinates(), kind.kind().withArticle(), PrintableText.of(kind.reason()), release);
    }

    /**
     * {@return the decision and its reason: {@code bound to com.acme.Pool 1.0 (linked explicitly)}}
     */
    public String outcome() {
        if (decision instanceof Decision.Bound bound) {
            return "bound to " + bound.text();
        } else if (decision instanceof Decision.NothingToLink nothing) {
            return "not bound: " + nothing.reason();
        }
        return "refused, not bound";
    }

    /** {@return why it was refused, if it was, and the warnings} */
    public List<Diagnostic> problems() {
        return decision instanceof Decision.Refuse refused ? refused.problems() : warnings;
    }

    /**
     * {@return what each artifact, the module included, has to do with allocators}
     */
    public Map<Coordinates, ArtifactRoles> roles() {
        // Artifacts that differ in their classifiers only have the same coordinates.
        Map<Coordinates, ArtifactRoles> roles = closure.artifacts().stream()
                .collect(Collectors.groupingBy(
                        Artifact::coordinates,
                        TreeMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), ArtifactRoles::of)));
        if (decision instanceof Decision.Link link) {
            roles.computeIfPresent(coordinates(), (module, own) -> own.boundTo(link.allocator()));
        }
        return roles;
    }

    /**
     * {@return which artifacts that the module runs with depend on which; those without a known dependent were added to
     * the class path by the build, as if the module depended on them}
     */
    public DependencyGraph graph() {
        Set<Coordinates> members = new TreeSet<>();
        closure.artifacts().forEach(each -> members.add(each.coordinates()));
        Map<Coordinates, Set<Coordinates>> edges = new TreeMap<>();
        Set<Coordinates> dependencies = new TreeSet<>(Set.of(coordinates()));
        for (Coordinates from : members) {
            Set<Coordinates> own = closure.graph().dependenciesOf(from);
            own.retainAll(members);
            edges.put(from, own);
            dependencies.addAll(own);
        }
        members.stream()
                .filter(each -> !dependencies.contains(each))
                .forEach(each -> edges.computeIfAbsent(coordinates(), module -> new TreeSet<>())
                        .add(each));
        return new DependencyGraph(edges);
    }
}
