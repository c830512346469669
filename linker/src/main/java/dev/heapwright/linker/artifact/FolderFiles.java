package dev.heapwright.linker.artifact;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A class folder, of a module in the same reactor or of the one being built. */
final class FolderFiles implements ArtifactFiles {
    private final Path location;

    FolderFiles(Path location) {
        this.location = location;
    }

    @Override
    public List<String> all() throws IOException {
        return below("");
    }

    @Override
    public List<String> below(String folder) throws IOException {
        Path start = location.resolve(folder);
        if (!Files.isDirectory(start)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(start)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> location.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    @Override
    public boolean contains(String path) {
        return Files.isRegularFile(location.resolve(path));
    }

    @Override
    public boolean isAmbiguous(String path) {
        return false;
    }

    @Override
    public Optional<InputStream> stream(String path) throws IOException {
        Path file = location.resolve(path);
        return Files.isRegularFile(file) ? Optional.of(Files.newInputStream(file)) : Optional.empty();
    }

    @Override
    public List<String> versionFolders() throws IOException {
        return VersionFolders.in(below(VERSIONS).stream());
    }

    @Override
    public String display(String path) {
        return location.resolve(path).toString();
    }

    @Override
    public void close() {
        // Nothing is open between two calls.
    }
}
