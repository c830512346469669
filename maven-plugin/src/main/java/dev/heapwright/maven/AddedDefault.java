package dev.heapwright.maven;

import dev.heapwright.core.name.Coordinates;
import java.util.Optional;
import org.apache.maven.project.MavenProject;

/**
 * Remembers, for the rest of the build, which default allocator was added to a module: goals that run after {@code bind}
 * see it among the dependencies as if the POM had listed it.
 */
final class AddedDefault {
    private static final String KEY = "dev.heapwright.addedDefault";

    private AddedDefault() {}

    /**
     * Remembers.
     *
     * @param module what it was added to
     * @param allocator the artifact that was added
     */
    static void remember(MavenProject module, Coordinates allocator) {
        // As text: whoever reads it may have been loaded by another class loader.
        module.setContextValue(KEY, allocator.toString());
    }

    /**
     * {@return what was added, if anything was}
     *
     * @param module what it was added to
     */
    static Optional<Coordinates> of(MavenProject module) {
        if (module.getContextValue(KEY) instanceof String added) {
            String[] parts = added.split(":", -1);
            return Optional.of(new Coordinates(parts[0], parts[1], parts[2]));
        }
        return Optional.empty();
    }
}
