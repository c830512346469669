package dev.heapwright.cli;

import dev.heapwright.core.name.Coordinates;
import dev.heapwright.linker.build.PathList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.TypeConversionException;

/**
 * An option's value that is a class path or similar.
 *
 * @param paths that were separated by the platform's separator
 */
record Paths(List<Path> paths) {
    static Paths parse(String text) throws IOException {
        return new Paths(PathList.parse(text));
    }

    /** Reads {@code group:name:version} or {@code group:name:version:classifier}. */
    static Coordinates coordinates(String text) {
        String[] parts = text.strip().split(":", -1);
        try {
            return new Coordinates(parts[0], parts[1], parts[2], parts.length == 4 ? parts[3] : "");
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new TypeConversionException("'" + text + "' is not of the form group:name:version");
        }
    }
}
