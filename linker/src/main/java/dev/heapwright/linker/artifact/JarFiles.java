package dev.heapwright.linker.artifact;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/** A jar. Nothing is unpacked, and an entry's name is never a path in a file system. */
final class JarFiles implements ArtifactFiles {
    private final Path location;
    private final JarFile zip;

    /** The paths of its files; to list them takes longer than anything else, for most jars. */
    private @Nullable List<String> all;

    JarFiles(Path location) throws IOException {
        this.location = location;
        // What is signed is verified by whoever runs it.
        this.zip = new JarFile(location.toFile(), false);
    }

    @Override
    public List<String> all() {
        if (all == null) {
            all = zip.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry::getName)
                    .toList();
        }
        return all;
    }

    @Override
    public List<String> below(String folder) {
        // A jar may have several entries of one name.
        return all().stream()
                .filter(name -> name.startsWith(folder))
                .sorted()
                .distinct()
                .toList();
    }

    @Override
    public boolean contains(String path) {
        return zip.getEntry(path) != null;
    }

    @Override
    public boolean isAmbiguous(String path) {
        return all().stream().filter(path::equals).limit(2).count() == 2;
    }

    @Override
    public Optional<InputStream> stream(String path) throws IOException {
        ZipEntry entry = zip.getEntry(path);
        return entry == null ? Optional.empty() : Optional.of(zip.getInputStream(entry));
    }

    @Override
    public List<String> versionFolders() throws IOException {
        return zip.isMultiRelease() ? VersionFolders.in(all().stream()) : List.of();
    }

    @Override
    public String display(String path) {
        return location + "!/" + path;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
