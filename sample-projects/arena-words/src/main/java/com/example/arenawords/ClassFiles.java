package com.example.arenawords;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The class files of the running JDK that belong to Java SE: those of its modules {@code java.*}. */
final class ClassFiles {
    private ClassFiles() {}

    /**
     * {@return all of them}
     *
     * @throws IOException if the JDK cannot be read
     */
    static List<Path> all() throws IOException {
        Path modules = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules");
        try (Stream<Path> files = Files.walk(modules)) {
            return files.filter(file -> file.toString().startsWith("/modules/java.")
                            && file.toString().endsWith(".class"))
                    .toList();
        }
    }
}
