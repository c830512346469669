package dev.heapwright.linker.artifact;

import dev.heapwright.core.link.Artifact;
import java.nio.file.Path;

/**
 * What was read of an artifact.
 *
 * @param location its jar or class folder; a folder need not exist
 * @param artifact what it says of itself
 * @param classes which classes it has
 */
public record ArtifactContents(Path location, Artifact artifact, ClassPaths classes) {}
