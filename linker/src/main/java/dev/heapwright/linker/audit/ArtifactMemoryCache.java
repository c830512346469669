package dev.heapwright.linker.audit;

import dev.heapwright.linker.build.BuildCache;
import dev.heapwright.linker.build.FileVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** What was read of jars during a build: each is read once, unless it changes. Class folders are read each time. */
final class ArtifactMemoryCache {
    private final ConcurrentMap<FileVersion, ArtifactMemory> readings = new ConcurrentHashMap<>();

    private ArtifactMemoryCache() {}

    static ArtifactMemoryCache of(BuildCache cache) {
        return cache.get(ArtifactMemoryCache.class, ArtifactMemoryCache::new);
    }

    ArtifactMemory read(Path artifact) {
        Optional<FileVersion> file;
        try {
            file = FileVersion.of(artifact);
        } catch (IOException e) {
            // A class folder yet to come, or a jar that has gone: whoever reads it says so.
            file = Optional.empty();
        }
        return file.isPresent()
                ? readings.computeIfAbsent(file.get(), each -> ArtifactScanner.scan(each.location()))
                : ArtifactScanner.scan(artifact);
    }
}
