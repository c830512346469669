package dev.heapwright.linker.artifact;

import dev.heapwright.core.link.Artifact;
import java.nio.file.Path;
import java.util.List;

/**
 * What was read of an artifact.
 *
 * @param location its jar or class folder; a folder need not exist
 * @param artifact what it says of itself
 * @param classes which classes it has
 * @param named what its manifest adds to the class path, whether or not it is there
 */
public record ArtifactContents(Path location, Artifact artifact, ClassPaths classes, List<Path> named) {
    /** Copies the list. */
    public ArtifactContents {
        named = List.copyOf(named);
    }
}
