package dev.heapwright.maven;

import dev.heapwright.core.process.ProcessAllocator;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.maven.project.MavenProject;

/** The images of a module that were linked in this build, so that {@code check} can look at them again. */
final class LinkedImages {
    private static final String KEY = "dev.heapwright.images";

    private LinkedImages() {}

    static void add(MavenProject module, Path image, ProcessAllocator allocator) {
        SortedMap<Path, ProcessAllocator> images = new TreeMap<>(of(module));
        images.put(image, allocator);
        module.setContextValue(KEY, images);
    }

    /** {@return the folder of each, and the allocator that it was linked to} */
    @SuppressWarnings("unchecked") // Nobody else uses that key.
    static Map<Path, ProcessAllocator> of(MavenProject module) {
        return module.getContextValue(KEY) instanceof Map<?, ?> images
                ? (Map<Path, ProcessAllocator>) images
                : Collections.emptyMap();
    }
}
