package dev.heapwright.core.link;

import dev.heapwright.core.contract.Contract;
import dev.heapwright.core.marker.Marker;
import dev.heapwright.core.name.ClassName;
import dev.heapwright.core.name.Coordinates;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is known of an artifact from its markers.
 *
 * @param coordinates the artifact's
 * @param allocators the allocator classes that are linked by depending on it: those in it and, in a {@link Closure},
 *     those that it selects
 * @param consumers the classes, packages and modules in it that need an allocator
 * @param bindings the glue in it that binds whoever runs with it
 * @param available the allocator classes in it that can be selected
 * @param choices the available allocators that it links
 * @param testGlue whether glue is in it that binds only the tests of the module it was made for, and so nobody here
 */
public record Artifact(
        Coordinates coordinates,
        List<AllocatorClass> allocators,
        List<String> consumers,
        List<Marker.OfBinding> bindings,
        List<AllocatorClass> available,
        List<Marker.OfChoice> choices,
        boolean testGlue) {

    /** Sorts the contents by name: the order of a jar's entries is irrelevant. */
    public Artifact {
        allocators = allocators.stream().sorted().toList();
        consumers = consumers.stream().sorted().toList();
        bindings = bindings.stream()
                .sorted(Comparator.comparing(Marker.OfBinding::allocator))
                .toList();
        available = available.stream().sorted().toList();
        choices = choices.stream()
                .sorted(Comparator.comparing(Marker.OfChoice::type).thenComparing(Marker.OfChoice::in))
                .toList();
    }

    /**
     * An artifact without glue for tests.
     *
     * @param coordinates the artifact's
     * @param allocators the allocator classes that are linked by depending on it
     * @param consumers the classes, packages and modules in it that need an allocator
     * @param bindings the glue in it
     * @param available the allocator classes in it that can be selected
     * @param choices the available allocators that it links
     */
    public Artifact(
            Coordinates coordinates,
            List<AllocatorClass> allocators,
            List<String> consumers,
            List<Marker.OfBinding> bindings,
            List<AllocatorClass> available,
            List<Marker.OfChoice> choices) {
        this(coordinates, allocators, consumers, bindings, available, choices, false);
    }

    /**
     * An artifact without available allocators or choices.
     *
     * @param coordinates the artifact's
     * @param allocators the allocator classes in it
     * @param consumers the classes, packages and modules in it that need an allocator
     * @param bindings the glue in it
     */
    public Artifact(
            Coordinates coordinates,
            List<AllocatorClass> allocators,
            List<String> consumers,
            List<Marker.OfBinding> bindings) {
        this(coordinates, allocators, consumers, bindings, List.of(), List.of());
    }

    /**
     * {@return an artifact of which nothing is known}
     *
     * @param coordinates the artifact's
     */
    public static Artifact of(Coordinates coordinates) {
        return new Artifact(coordinates, List.of(), List.of(), List.of());
    }

    /**
     * {@return the same artifact with these allocators in place of its own and of those that it selects}
     *
     * @param others allocator classes
     */
    public Artifact withAllocators(List<AllocatorClass> others) {
        return new Artifact(coordinates, others, consumers, bindings, available, List.of(), testGlue);
    }

    /**
     * {@return the same artifact, unbound: glue in a class folder may be that of an earlier build}
     */
    public Artifact withoutBindings() {
        return new Artifact(coordinates, allocators, consumers, List.of(), available, choices, testGlue);
    }

    /** {@return the same artifact, in which the allocators that it selects count as its own} */
    Artifact withChosen(List<Artifact> among) {
        if (choices.isEmpty()) {
            return this;
        }
        Set<AllocatorClass> all = new LinkedHashSet<>(allocators);
        choices.forEach(choice -> holder(choice, among)
                .flatMap(holder -> holder.available(choice.type()))
                .ifPresent(all::add));
        return new Artifact(coordinates, List.copyOf(all), consumers, bindings, available, choices, testGlue);
    }

    /**
     * {@return the artifact that contains an allocator which this artifact selects: this one, if it was merged from
     * several, or another}
     */
    Optional<Artifact> holder(Marker.OfChoice choice, List<Artifact> among) {
        return Stream.concat(
                        Stream.of(this),
                        among.stream()
                                .filter(each -> each.coordinates().versionless().equals(choice.in())))
                .filter(each -> each.available(choice.type()).isPresent())
                .findFirst();
    }

    /** {@return whether no marker says anything of it, as of nearly all artifacts} */
    public boolean isUnmarked() {
        return allocators.isEmpty()
                && consumers.isEmpty()
                && bindings.isEmpty()
                && available.isEmpty()
                && choices.isEmpty()
                && !testGlue;
    }

    /** {@return the available allocator of that name, if there is one} */
    Optional<AllocatorClass> available(ClassName type) {
        return available.stream().filter(each -> each.type().equals(type)).findFirst();
    }

    /**
     * {@return whether the heap is in it}
     */
    public boolean hasHeap() {
        return consumers.contains(Contract.HEAP);
    }

    /**
     * {@return the names of the allocators}
     */
    List<ClassName> allocatorNames() {
        return allocators.stream().map(AllocatorClass::type).toList();
    }
}
