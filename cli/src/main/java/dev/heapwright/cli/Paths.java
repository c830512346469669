package dev.heapwright.cli;

import dev.heapwright.core.name.Coordinates;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.TypeConversionException;

/**
 * An option's value that is a class path or the like.
 *
 * @param paths that stood with the platform's separator between them
 */
record Paths(List<Path> paths) {
    static Paths parse(String text) {
        return new Paths(Stream.of(text.split(File.pathSeparator, -1))
                .filter(path -> !path.isEmpty())
                .map(Path::of)
                .toList());
    }

    /** Reads {@code group:name:version}. */
    static Coordinates coordinates(String text) {
        String[] parts = text.strip().split(":", -1);
        try {
            return new Coordinates(parts[0], parts[1], parts[2]);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new TypeConversionException("'" + text + "' is not of the form group:name:version");
        }
    }
}
