package dev.heapwright.linker.artifact;

import dev.heapwright.core.link.Artifact;
import dev.heapwright.core.link.Closure;
import dev.heapwright.core.link.Decision;
import dev.heapwright.core.link.Kind;
import dev.heapwright.core.marker.Marker;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.linker.build.BuildCache;
import dev.heapwright.linker.build.OtherArtifacts;
import dev.heapwright.linker.build.ResolvedClasspath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Finds allocators that were passed over where a module is linked to a default, or to nothing: in artifacts that it does not
 * run with, and in classes that no annotation processor has seen.
 *
 * @param classpath what the module runs with
 * @param others what else is known to its build
 * @param cache of the build
 */
public record PassedOverReader(ResolvedClasspath classpath, OtherArtifacts others, BuildCache cache) {
    private static final String NOT_PROCESSED = "%s is annotated @Allocator, but was compiled without the processor";

    /**
     * {@return what was passed over, sorted; none where an allocator is linked explicitly or inherited, and none for a
     * library, which leaves the choice to its users whatever there is}
     *
     * @param kind what the module produces
     * @param decision what was decided
     * @param closure the module and what it runs with
     */
    public List<PassedOver> read(Kind kind, Decision decision, Closure closure) {
        boolean noneChosen = decision instanceof Decision.Link || decision instanceof Decision.NothingToLink;
        if (!kind.isFinal()
                || !noneChosen
                || closure.artifacts().stream()
                        .anyMatch(each -> !each.allocators().isEmpty())) {
            return List.of();
        }
        TreeSet<PassedOver> found = new TreeSet<>();
        Set<Coordinates> consumers =
                coordinates(closure, each -> !each.consumers().isEmpty());
        for (OtherArtifacts.LeftOut each : others.leftOut(consumers)) {
            if (classpath.locate(each.coordinates()).isEmpty()) {
                why(each)
                        .map(reason -> new PassedOver(each.coordinates(), reason))
                        .ifPresent(found::add);
            }
        }
        Set<Coordinates> unmarked = coordinates(closure, each -> each.equals(Artifact.of(each.coordinates())));
        for (ResolvedClasspath.Entry each : classpath.artifacts()) {
            if (unmarked.contains(each.coordinates()) && others.mayBeAnnotated(each.coordinates())) {
                notProcessed(each.location())
                        .map(reason -> new PassedOver(each.coordinates(), reason))
                        .ifPresent(found::add);
            }
        }
        return List.copyOf(found);
    }

    private static Set<Coordinates> coordinates(Closure closure, Predicate<Artifact> which) {
        return closure.dependencies().stream()
                .filter(which)
                .map(Artifact::coordinates)
                .collect(Collectors.toSet());
    }

    private Optional<String> why(OtherArtifacts.LeftOut artifact) {
        // Whether there are markers is found out faster than what they say.
        if (!has(Marker.FOLDER, artifact.location())) {
            return notProcessed(artifact.location()).map(reason -> artifact.reason() + "; " + reason);
        }
        return has(Marker.OfAllocator.FOLDER, artifact.location()) && links(artifact)
                ? Optional.of(artifact.reason())
                : Optional.empty();
    }

    private boolean links(OtherArtifacts.LeftOut artifact) {
        try {
            Artifact read = ArtifactCache.of(cache).read(artifact.location(), artifact.coordinates());
            return !read.allocators().isEmpty() || !read.choices().isEmpty();
        } catch (DiagnosticException e) {
            // Nobody runs with it, so nobody has to mend it.
            return false;
        }
    }

    private static boolean has(String folder, Path location) {
        try (ArtifactFiles files = ArtifactFiles.open(location)) {
            return !files.below(folder).isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    private static Optional<String> notProcessed(Path location) {
        try (ArtifactFiles files = ArtifactFiles.open(location)) {
            return UnmarkedClasses.allocator(files).map(NOT_PROCESSED::formatted);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
