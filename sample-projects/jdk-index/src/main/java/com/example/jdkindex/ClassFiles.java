package com.example.jdkindex;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.ObjLongConsumer;

/** The class files of the running JDK, in all modules. */
final class ClassFiles {
    private ClassFiles() {}

    /**
     * Visits them one after the other, always in the same order.
     *
     * @param visitor receives a name such as {@code java.base/java/lang/String.class} and the size in bytes
     * @throws IOException if the JDK cannot be read
     */
    static void forEach(ObjLongConsumer<String> visitor) throws IOException {
        Path modules = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules");
        // The walk provides each file's size; Files.size would look up every path again.
        Files.walkFileTree(modules, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String name = modules.relativize(file).toString();
                if (name.endsWith(".class")) {
                    visitor.accept(name, attributes.size());
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
