package dev.heapwright.linker.artifact;

import dev.heapwright.core.link.Artifact;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.linker.build.BuildCache;
import dev.heapwright.linker.build.FileVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * What was read of jars during a build: each is opened once, whichever modules run with it, and however many threads
 * ask for it at once. A daemon's next build reads anew; and a jar that is packaged again during a build is another one, by its
 * size or time. Class folders are read each time: there is no cheap way to detect whether anything in them has changed.
 */
public final class ArtifactCache {
    private final ConcurrentMap<Key, Reading> readings = new ConcurrentHashMap<>();

    ArtifactCache() {}

    private record Key(FileVersion file, Coordinates coordinates) {}

    private sealed interface Reading {
        /** What was found. */
        record Found(ArtifactContents contents) implements Reading {}

        /** What is wrong with it. */
        record Refused(DiagnosticException reason) implements Reading {}
    }

    /**
     * {@return what was read during a build}
     *
     * @param cache of the build
     */
    public static ArtifactCache of(BuildCache cache) {
        return cache.get(ArtifactCache.class, ArtifactCache::new);
    }

    /**
     * Reads an artifact, unless it was read before and is the same.
     *
     * @param location a jar or a class folder; a folder need not exist
     * @param coordinates the artifact's
     * @return what it holds
     * @throws DiagnosticException if it cannot be read, or says what is not so; with all that is wrong in it
     */
    public Artifact read(Path location, Coordinates coordinates) throws DiagnosticException {
        return contents(location, coordinates).artifact();
    }

    /** Reads an artifact, and which classes it has, unless it was read before and is the same. */
    ArtifactContents contents(Path location, Coordinates coordinates) throws DiagnosticException {
        Optional<FileVersion> file;
        try {
            file = FileVersion.of(location);
        } catch (IOException e) {
            // It is not there: a jar that has gone, which the reader tells its user, or a class folder yet to come.
            file = Optional.empty();
        }
        if (file.isEmpty()) {
            return ArtifactReader.contents(location, coordinates);
        }
        Reading reading = readings.computeIfAbsent(new Key(file.get(), coordinates), ArtifactCache::reading);
        if (reading instanceof Reading.Refused refused) {
            throw refused.reason();
        }
        return ((Reading.Found) reading).contents();
    }

    private static Reading reading(Key key) {
        try {
            return new Reading.Found(ArtifactReader.contents(key.file().location(), key.coordinates()));
        } catch (DiagnosticException e) {
            return new Reading.Refused(e);
        }
    }
}
