package dev.heapwright.maven.project;

import org.eclipse.aether.artifact.Artifact;

/**
 * Identifies an artifact in all its versions: of those with the same key, Maven selects one.
 *
 * @param groupId its group
 * @param artifactId its name there
 * @param extension of its file
 * @param classifier empty if it has none
 */
record ArtifactKey(String groupId, String artifactId, String extension, String classifier) {
    /** {@return the key of an artifact} */
    static ArtifactKey of(Artifact artifact) {
        return new ArtifactKey(
                artifact.getGroupId(), artifact.getArtifactId(), artifact.getExtension(), artifact.getClassifier());
    }
}
