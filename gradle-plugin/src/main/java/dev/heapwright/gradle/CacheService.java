package dev.heapwright.gradle;

import dev.heapwright.linker.build.BuildCache;
import org.gradle.api.services.BuildService;
import org.gradle.api.services.BuildServiceParameters;

/** The cache that the tasks of a project share during one build. */
public abstract class CacheService implements BuildService<BuildServiceParameters.None> {
    private final BuildCache cache = BuildCache.inMemory();

    final BuildCache cache() {
        return cache;
    }
}
