package dev.heapwright.linker.packaged;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A jar that a module delivers: it is used by others, or started.
 *
 * @param file the jar, web archive or similar
 * @param classifier of the artifact; empty for the module's main one
 */
public record FinalJar(Path file, String classifier) {

    /**
     * {@return the final jars of a module whose build tool has no classifiers}
     *
     * @param files the jars, the module's own first
     */
    public static List<FinalJar> of(List<Path> files) {
        return IntStream.range(0, files.size())
                .mapToObj(number -> new FinalJar(files.get(number), number == 0 ? "" : String.valueOf(number)))
                .toList();
    }

    /**
     * {@return whether it is the module's main artifact, rather than one that is attached}
     */
    public boolean isMain() {
        return classifier.isEmpty();
    }

    /** {@return the file's name, for messages} */
    public String name() {
        return String.valueOf(file.getFileName());
    }
}
