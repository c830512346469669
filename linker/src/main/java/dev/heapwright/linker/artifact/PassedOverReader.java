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
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds allocators that were passed over where a module is linked to a default, or to nothing: in artifacts that it does not
 * run with, and in classes that no annotation processor has seen.
 *
 * @param others what else is known to the module's build
 * @param cache of the build
 */
public record PassedOverReader(OtherArtifacts others, BuildCache cache) {
    private static final String NOT_PROCESSED = "%s is annotated @Allocator, but was compiled without the processor";

    /**
     * {@return what was passed over, sorted; none where an allocator is linked explicitly or inherited, and none for a
     * library, which leaves the choice to its users whatever there is}
     *
     * @param kind what the module produces
     * @param decision what was decided
     * @param reading the module and what it runs with
     */
    public List<PassedOver> read(Kind kind, Decision decision, ClosureReader.Reading reading) {
        Closure closure = reading.closure();
        boolean noneChosen = decision instanceof Decision.Link || decision instanceof Decision.NothingToLink;
        if (!kind.isFinal()
                || !noneChosen
                || closure.artifacts().stream()
                        .anyMatch(each -> !each.allocators().isEmpty())) {
            return List.of();
        }
        TreeSet<PassedOver> found = new TreeSet<>();
        Set<Coordinates> consumers = closure.dependencies().stream()
                .filter(each -> !each.consumers().isEmpty())
                .map(Artifact::coordinates)
                .collect(Collectors.toSet());
        for (OtherArtifacts.LeftOut each : others.leftOut(consumers)) {
            if (closure.dependencies().stream()
                    .noneMatch(there -> there.coordinates().isVersionOf(each.coordinates()))) {
                why(each)
                        .map(reason -> new PassedOver(each.coordinates(), reason))
                        .ifPresent(found::add);
            }
        }
        for (ArtifactContents each : reading.contents()) {
            Coordinates coordinates = each.artifact().coordinates();
            if (each.artifact().isUnmarked() && others.mayBeAnnotated(coordinates)) {
                notProcessed(each.location())
                        .map(reason -> new PassedOver(coordinates, reason))
                        .ifPresent(found::add);
            }
        }
        return List.copyOf(found);
    }

    private Optional<String> why(OtherArtifacts.LeftOut artifact) {
        try (ArtifactFiles files = ArtifactFiles.open(artifact.location())) {
            // Whether there are markers is found out faster than what they say.
            List<String> markers = files.below(Marker.FOLDER);
            if (markers.isEmpty()) {
                return notProcessed(files).map(reason -> artifact.reason() + "; " + reason);
            }
            return markers.stream().anyMatch(each -> each.startsWith(Marker.OfAllocator.FOLDER)) && links(artifact)
                    ? Optional.of(artifact.reason())
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
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

    private static Optional<String> notProcessed(Path location) {
        try (ArtifactFiles files = ArtifactFiles.open(location)) {
            return notProcessed(files);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> notProcessed(ArtifactFiles files) throws IOException {
        return UnmarkedClasses.allocator(files).map(NOT_PROCESSED::formatted);
    }
}
