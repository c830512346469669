package dev.heapwright.core.link;

import dev.heapwright.core.name.Coordinates;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** {@return the way to the artifact: {@code com.acme:app -> com.acme:io:2.1 -> com.acme:pool:1.2}} */
    String path() {
        Stream<String> module = artifact.path().stream().limit(1).map(Coordinates::versionless);
        Stream<String> dependencies = artifact.path().stream().skip(1).map(Coordinates::toString);
        return Stream.concat(module, dependencies).collect(Collectors.joining(" -> "));
    }
}
