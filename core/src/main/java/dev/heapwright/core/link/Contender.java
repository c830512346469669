package dev.heapwright.core.link;

import java.util.List;
import java.util.function.Function;

/**
 * A side of a conflict: something that an artifact has, and the artifact.
 *
 * @param what the allocator or the binding
 * @param artifact what holds it
 */
record Contender<T>(T what, Artifact artifact) {

    /** {@return what all the artifacts have, in their order} */
    static <T> List<Contender<T>> all(List<Artifact> artifacts, Function<Artifact, List<T>> what) {
        return artifacts.stream()
                .flatMap(artifact -> what.apply(artifact).stream().map(each -> new Contender<>(each, artifact)))
                .toList();
    }
}
