package dev.heapwright.maven.artifact;

import dev.heapwright.core.diagnostic.RefusedException;
import dev.heapwright.core.link.Artifact;
import dev.heapwright.core.name.Coordinates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.eclipse.aether.SessionData;

/**
 * What was read of jars during a build: each is opened once, whichever modules run with it, and however many threads
 * ask for it at once. It is kept with Maven's session and goes with it, so that a daemon's next build reads anew; and a
 * jar that is packaged again during a build is another one, by its size or time. Class folders are read each time:
 * nothing tells cheaply whether anything in them has changed.
 */
public final class ReadArtifacts {
    private final ConcurrentMap<Key, Reading> readings = new ConcurrentHashMap<>();

    ReadArtifacts() {}

    private record Key(Path location, Coordinates coordinates, long size, FileTime changed) {}

    private sealed interface Reading {
        /** What was found. */
        record Found(Artifact artifact) implements Reading {}

        /** What is wrong with it. */
        record Refused(RefusedException reason) implements Reading {}
    }

    /**
     * {@return what was read during a session, by this version of the plugin}
     *
     * @param data of the session
     */
    public static ReadArtifacts of(SessionData data) {
        // The class is the key: a plugin that is loaded twice in one build has two of them, and each its own.
        data.set(ReadArtifacts.class, null, new ReadArtifacts());
        return data.get(ReadArtifacts.class) instanceof ReadArtifacts artifacts ? artifacts : new ReadArtifacts();
    }

    /**
     * Reads an artifact, unless it was read before and is the same.
     *
     * @param location a jar or a class folder; a folder need not exist
     * @param coordinates the artifact's
     * @return what it holds
     * @throws RefusedException if it cannot be read, or says what is not so; with all that is wrong in it
     */
    public Artifact read(Path location, Coordinates coordinates) throws RefusedException {
        Reading reading;
        try {
            BasicFileAttributes file = Files.readAttributes(location, BasicFileAttributes.class);
            if (!file.isRegularFile()) {
                return ArtifactReader.read(location, coordinates);
            }
            Key key = new Key(location, coordinates, file.size(), file.lastModifiedTime());
            reading = readings.computeIfAbsent(key, ReadArtifacts::reading);
        } catch (IOException e) {
            // It is not there, which the reader tells its user, or a folder of classes that is yet to come.
            return ArtifactReader.read(location, coordinates);
        }
        if (reading instanceof Reading.Refused refused) {
            throw refused.reason();
        }
        return ((Reading.Found) reading).artifact();
    }

    private static Reading reading(Key key) {
        try {
            return new Reading.Found(ArtifactReader.read(key.location(), key.coordinates()));
        } catch (RefusedException e) {
            return new Reading.Refused(e);
        }
    }
}
