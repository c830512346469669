package dev.heapwright.linker.packaged;

import java.nio.file.Path;

/**
 * A jar that a module hands over: what others get, and what is started.
 *
 * @param file the jar, or a web archive or the like
 * @param classifier of the artifact; empty for the module's main one
 */
public record FinalJar(Path file, String classifier) {

    /**
     * {@return whether it is the module's main artifact, rather than one that is attached}
     */
    public boolean isMain() {
        return classifier.isEmpty();
    }

    /**
     * {@return the file's name, for the user}
     */
    public String name() {
        return String.valueOf(file.getFileName());
    }
}
