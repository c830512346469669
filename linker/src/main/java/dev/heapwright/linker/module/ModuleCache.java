package dev.heapwright.linker.module;

import dev.heapwright.linker.build.BuildCache;
import dev.heapwright.linker.build.FileVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The Java modules of jars, determined once in a build for each jar, for all named modules that have it on their module
 * paths. Class folders are not cached.
 */
public final class ModuleCache {
    private final ConcurrentMap<FileVersion, Optional<ModuleDescriptor>> descriptors = new ConcurrentHashMap<>();

    ModuleCache() {}

    /**
     * {@return the cache of a build}
     *
     * @param cache of the build
     */
    public static ModuleCache of(BuildCache cache) {
        return cache.get(ModuleCache.class, ModuleCache::new);
    }

    /**
     * Determines which module an artifact is, as {@link ModuleDescriptors#of} does.
     *
     * @param artifact a jar or a class folder
     * @return the module; empty if it cannot be one
     * @throws IOException if it cannot be read
     */
    public Optional<ModuleDescriptor> read(Path artifact) throws IOException {
        Optional<FileVersion> file = FileVersion.of(artifact);
        if (file.isEmpty()) {
            return ModuleDescriptors.of(artifact);
        }
        try {
            return descriptors.computeIfAbsent(file.get(), ModuleCache::descriptor);
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
