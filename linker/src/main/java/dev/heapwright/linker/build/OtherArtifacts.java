package dev.heapwright.linker.build;

import dev.heapwright.core.name.Coordinates;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * What a build knows of artifacts that a module might have been expected to be linked to. It is asked only where a default is
 * linked, or nothing, and nothing is downloaded to answer.
 */
public interface OtherArtifacts {
    /** Nothing is known of any. */
    OtherArtifacts NONE = new OtherArtifacts() {
        @Override
        public List<LeftOut> leftOut(Set<Coordinates> consumers) {
            return List.of();
        }

        @Override
        public boolean mayBeAnnotated(Coordinates artifact) {
            return false;
        }
    };

    /**
     * An artifact that the module does not run with.
     *
     * @param coordinates the artifact's
     * @param location its jar or class folder; a folder need not exist
     * @param reason why not: {@code scope test}
     */
    record LeftOut(Coordinates coordinates, Path location, String reason) {}

    /**
     * {@return artifacts that the module does not run with, though its build knows of them, and which may hold an allocator}
     *
     * @param consumers what needs an allocator among the artifacts that it runs with
     */
    List<LeftOut> leftOut(Set<Coordinates> consumers);

    /**
     * {@return whether an artifact that the module runs with may have an annotated class}
     *
     * @param artifact which no processor has left a marker in
     */
    boolean mayBeAnnotated(Coordinates artifact);
}
