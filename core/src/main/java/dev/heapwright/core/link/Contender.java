package dev.heapwright.core.link;

import java.util.List;
import java.util.function.Function;

/**
 * One of two that conflict: something that an artifact has, and the artifact.
 *
 * @param what the allocator or the binding
 * @param artifact where it is
 */
record Contender<T>(T what, Artifact artifact) {

    /** {@return what each of the artifacts has, in their order} */
    static <T> List<Contender<T>> all(List<Artifact> artifacts, Function<Artifact, List<T>> what) {
        return artifacts.stream()
                .flatMap(artifact -> what.apply(artifact).stream().map(each -> new Contender<>(each, artifact)))
                .toList();
    }
}
