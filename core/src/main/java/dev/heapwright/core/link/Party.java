package dev.heapwright.core.link;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A side of a conflict: something that an artifact has, and the artifact.
 *
 * @param what the allocator or the binding
 * @param artifact what holds it
 */
record Party<T>(T what, Artifact artifact) {

    /** {@return what all the artifacts have, in their order} */
    static <T> List<Party<T>> all(List<Artifact> artifacts, Function<Artifact, List<T>> what) {
        return artifacts.stream()
                .flatMap(artifact -> what.apply(artifact).stream().map(each -> new Party<>(each, artifact)))
                .toList();
    }

    /** {@return the way to the artifact: {@code com.acme:app -> com.acme:io -> com.acme:pool:1.2}} */
    String path() {
        return artifact.path().stream()
                .map(each -> each.equals(artifact.coordinates()) ? each.toString() : each.versionless())
                .collect(Collectors.joining(" -> "));
    }
}
