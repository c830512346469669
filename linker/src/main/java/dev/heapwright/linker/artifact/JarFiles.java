package dev.heapwright.linker.artifact;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/** A jar. Nothing is unpacked, and an entry's name is never a path in a file system. */
final class JarFiles implements ArtifactFiles {
    private final Path location;
    private final JarFile zip;

    /** The names that several entries have; found when somebody asks, since most jars are not looked at closely. */
    private @Nullable Set<String> ambiguous;

    /** The folders of a multi-release jar; found when somebody asks. */
    private @Nullable List<String> versionFolders;

    JarFiles(Path location) throws IOException {
        this.location = location;
        // What is signed is verified by whoever runs it.
        this.zip = new JarFile(location.toFile(), false);
    }

    @Override
    public List<String> below(String folder) {
        return zip.stream()
                .filter(entry -> !entry.isDirectory())
                .map(ZipEntry::getName)
                .filter(name -> name.startsWith(folder))
                .sorted()
                // A jar may have several entries of one name.
                .distinct()
                .toList();
    }

    @Override
    public boolean contains(String path) {
        return zip.getEntry(path) != null;
    }

    @Override
    public boolean isAmbiguous(String path) {
        if (ambiguous == null) {
            Set<String> names = new HashSet<>();
            ambiguous = zip.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> !names.add(name))
                    .collect(Collectors.toSet());
        }
        return ambiguous.contains(path);
    }

    @Override
    public Optional<InputStream> stream(String path) throws IOException {
        ZipEntry entry = zip.getEntry(path);
        return entry == null ? Optional.empty() : Optional.of(zip.getInputStream(entry));
    }

    @Override
    public List<String> versionFolders() {
        if (versionFolders == null) {
            versionFolders =
                    zip.isMultiRelease() ? VersionFolders.in(zip.stream().map(ZipEntry::getName)) : List.of();
        }
        return versionFolders;
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
