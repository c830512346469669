package dev.heapwright.core.link;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * One of two that conflict: something that an artifact has, and the artifact.
 *
 * @param what the allocator or the binding
 * @param artifact where it is
 */
record Contender<T>(T what, Artifact artifact) {

    /**
     * {@return what each of the artifacts has, in their order}
     *
     * <p>A loop, as this runs several times for each module, on hundreds of artifacts that nearly all have nothing, in a JVM
     * that has not compiled it yet: streams would be most of a decision's cost.
     */
    static <T> List<Contender<T>> all(List<Artifact> artifacts, Function<Artifact, List<T>> what) {
        List<Contender<T>> all = new ArrayList<>();
        for (Artifact artifact : artifacts) {
            for (T each : what.apply(artifact)) {
                all.add(new Contender<>(each, artifact));
            }
        }
        return List.copyOf(all);
    }
}
