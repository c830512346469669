package dev.heapwright.maven.module;

import dev.heapwright.maven.session.FileVersion;
import dev.heapwright.maven.session.SessionMemory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.eclipse.aether.SessionData;

/**
 * Which Java modules jars are, found out once in a build for each, whichever named modules have them on their module
 * paths. Class folders are looked at each time.
 */
public final class ReadModules {
    private final ConcurrentMap<FileVersion, Optional<ModuleDescriptor>> descriptors = new ConcurrentHashMap<>();

    ReadModules() {}

    /**
     * {@return what was found out during a session}
     *
     * @param data of the session
     */
    public static ReadModules of(SessionData data) {
        return SessionMemory.of(data, ReadModules.class, ReadModules::new);
    }

    /**
     * Tells which module an artifact is, as {@link ModuleDescriptors#of} does.
     *
     * @param artifact a jar or a class folder
     * @return the module; empty if it can be none
     * @throws IOException if it cannot be read
     */
    public Optional<ModuleDescriptor> read(Path artifact) throws IOException {
        Optional<FileVersion> file = FileVersion.of(artifact);
        if (file.isEmpty()) {
            return ModuleDescriptors.of(artifact);
        }
        try {
            return descriptors.computeIfAbsent(file.get(), ReadModules::descriptor);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static Optional<ModuleDescriptor> descriptor(FileVersion file) {
        try {
            return ModuleDescriptors.of(file.location());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
