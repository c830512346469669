package dev.heapwright.maven.project.kind;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * A file that somebody has written. One that the build makes is not there yet when it is first looked for, and what was
 * found must not depend on whether there was a build before.
 */
final class WrittenFile {
    private WrittenFile() {}

    /**
     * {@return where it is, if it is there}
     *
     * @param file as the configuration of a plugin has it
     * @param project the module
     */
    static Optional<Path> of(String file, MavenProject project) {
        @Nullable File folder = project.getBasedir();
        if (folder == null) {
            return Optional.empty();
        }
        Path path = folder.toPath().resolve(file).normalize();
        Path built = folder.toPath().resolve(project.getBuild().getDirectory()).normalize();
        return path.startsWith(built) || !Files.isRegularFile(path) ? Optional.empty() : Optional.of(path);
    }
}
