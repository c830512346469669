package dev.heapwright.core.link;

import dev.heapwright.core.name.Coordinates;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Artifacts, each of which depends on the next.
 *
 * @param steps at least one
 */
public record DependencyPath(List<Coordinates> steps) {

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if there is no step
     */
    public DependencyPath {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("a path has one artifact at least");
        }
    }

    /**
     * {@return the path that begins and ends at an artifact}
     *
     * @param artifact the only step
     */
    public static DependencyPath at(Coordinates artifact) {
        return new DependencyPath(List.of(artifact));
    }

    /**
     * {@return this path, extended by a step}
     *
     * @param next what the last one depends on
     */
    public DependencyPath to(Coordinates next) {
        return new DependencyPath(Stream.concat(steps.stream(), Stream.of(next)).toList());
    }

    /**
     * {@return the artifact that the path leads to}
     */
    public Coordinates end() {
        return steps.get(steps.size() - 1);
    }

    /**
     * {@return how many dependencies lead to the end: 0 at the start}
     */
    public int length() {
        return steps.size() - 1;
    }

    /**
     * {@return the path from the module being built, whose version is omitted: {@code com.acme:app -> com.acme:io:2.1
     * -> com.acme:pool:1.2}}
     */
    @Override
    public String toString() {
        Stream<String> module = Stream.of(steps.get(0).versionless());
        Stream<String> dependencies = steps.stream().skip(1).map(Coordinates::toString);
        return Stream.concat(module, dependencies).collect(Collectors.joining(" -> "));
    }
}
