package com.example.columns;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** The class files of the running JDK, in all modules. */
final class ClassFiles {
    /** Receives a row. */
    interface Visitor {
        void visit(ClassFacts facts) throws IOException;
    }

    private ClassFiles() {}

    /**
     * Visits them one after the other, always in the same order.
     *
     * @throws IOException if the JDK cannot be read, or from the visitor
     */
    static void forEach(Visitor visitor) throws IOException {
        Path modules = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules");
        Files.walkFileTree(modules, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                String path = modules.relativize(file).toString();
                if (path.endsWith(".class")) {
                    visitor.visit(ClassFacts.of(path, Files.readAllBytes(file)));
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
