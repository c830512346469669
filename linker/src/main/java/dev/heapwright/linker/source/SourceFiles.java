package dev.heapwright.linker.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The Java files below source roots, by their real paths: symbolic links are followed, as compilers do, and each folder
 * is entered once, whatever leads to it.
 */
final class SourceFiles {
    private final Set<Path> folders = new HashSet<>();
    private final SortedSet<Path> files = new TreeSet<>();
    private final SortedSet<Path> unreadable = new TreeSet<>();

    private SourceFiles() {}

    /**
     * Looks for them.
     *
     * @param roots the source roots, which need not exist
     */
    static SourceFiles below(List<Path> roots) {
        SourceFiles found = new SourceFiles();
        roots.stream().filter(Files::isDirectory).forEach(found::addFolder);
        return found;
    }

    /** {@return the files, sorted} */
    SortedSet<Path> files() {
        return files;
    }

    /** {@return what could not be looked into, sorted: folders without permission, links that lead nowhere} */
    SortedSet<Path> unreadable() {
        return unreadable;
    }

    private void add(Path path) {
        if (Files.isDirectory(path)) {
            addFolder(path);
        } else if (path.getFileName().toString().endsWith(".java")) {
            addFile(path);
        }
    }

    private void addFolder(Path folder) {
        List<Path> content = List.of();
        try {
            Path real = folder.toRealPath();
            if (folders.add(real)) {
                try (Stream<Path> entries = Files.list(real)) {
                    content = entries.toList();
                }
            }
        } catch (IOException e) {
            unreadable.add(folder);
        }
        content.forEach(this::add);
    }

    private void addFile(Path file) {
        try {
            files.add(file.toRealPath());
        } catch (IOException e) {
            unreadable.add(file);
        }
    }
}
