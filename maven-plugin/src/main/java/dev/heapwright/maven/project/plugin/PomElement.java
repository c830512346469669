package dev.heapwright.maven.project.plugin;

import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.Location;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.model.InputLocation;
import org.apache.maven.model.InputSource;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * An element of a POM that a problem speaks of.
 *
 * @param location where its start tag begins
 * @param model the POM, as {@code groupId:artifactId:version}; empty if it is unknown
 */
public record PomElement(Location.Source location, String model) {
    private static final String FILE = "file:";

    /**
     * {@return the element that Maven has noted the place of; empty if it has not, or if the element is in no file}
     *
     * <p>Maven 4 names the file by its URI, and notes where the start tag begins; older ones have a path, and note where it ends.
     *
     * @param noted the place, an {@link InputLocation} or something else
     * @param name of the element
     */
    public static Optional<PomElement> of(@Nullable Object noted, String name) {
        if (!(noted instanceof InputLocation place)) {
            return Optional.empty();
        }
        @Nullable InputSource source = place.getSource();
        if (source == null || source.getLocation() == null || place.getLineNumber() < 1) {
            return Optional.empty();
        }
        boolean begins = source.getLocation().startsWith(FILE);
        String file = begins ? Path.of(URI.create(source.getLocation())).toString() : source.getLocation();
        int column = place.getColumnNumber() - (begins ? 0 : name.length() + "<>".length());
        String model = Optional.ofNullable(source.getModelId()).orElse("");
        return Optional.of(
                new PomElement(new Location.Source(file, place.getLineNumber(), Math.max(1, column)), model));
    }

    /**
     * {@return a problem at this element; if that is in another POM than the module's, the text says whose}
     *
     * @param problem that speaks of it
     * @param module that has or inherits it
     */
    public Diagnostic mark(Diagnostic problem, MavenProject module) {
        Diagnostic placed = problem.at(location);
        String own = module.getGroupId() + ":" + module.getArtifactId() + ":" + module.getVersion();
        return model.isEmpty() || model.equals(own) ? placed : placed.withDetail("inherited from " + model);
    }
}
