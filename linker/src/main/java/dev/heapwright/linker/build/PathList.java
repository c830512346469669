package dev.heapwright.linker.build;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Parses lists of paths from command lines. */
public final class PathList {
    private PathList() {}

    /**
     * Parses a list such as {@code classes:lib/*}.
     *
     * @param text paths separated by the platform's path separator; a path that ends in {@code *} stands for the jars
     *     of that folder
     * @return the paths in their order, those of one folder by name
     * @throws IOException if such a folder cannot be read
     */
    public static List<Path> parse(String text) throws IOException {
        List<Path> paths = new ArrayList<>();
        for (String each : text.split(File.pathSeparator, -1)) {
            if (each.endsWith("*")) {
                try (Stream<Path> files = Files.list(Path.of(each.substring(0, each.length() - 1)))) {
                    files.filter(PathList::isJar).sorted().forEach(paths::add);
                }
            } else if (!each.isEmpty()) {
                paths.add(Path.of(each));
            }
        }
        return paths;
    }

    /** {@return whether a path has the name of a jar, as for the JVM, which takes .jar and .JAR of a folder for {@code *}} */
    public static boolean isJar(Path path) {
        String name = path.toString();
        return name.endsWith(".jar") || name.endsWith(".JAR");
    }
}
