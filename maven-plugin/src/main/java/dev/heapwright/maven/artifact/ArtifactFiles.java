package dev.heapwright.maven.artifact;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The files in a jar or in a class folder, by their paths with slashes from its root. */
interface ArtifactFiles extends Closeable {

    /**
     * {@return the paths of all files below a folder, sorted; none if there is no such folder}
     *
     * @param folder with a slash at the end
     * @throws IOException if they cannot be listed
     */
    List<String> below(String folder) throws IOException;

    /**
     * {@return whether there is a file}
     *
     * @param path of the file
     */
    boolean contains(String path);

    /**
     * {@return the content of a file, cut off after {@code limit} bytes; empty if there is no such file}
     *
     * @param path of the file
     * @param limit in bytes
     * @throws IOException if it cannot be read
     */
    Optional<byte[]> read(String path, int limit) throws IOException;

    /**
     * {@return how a file is named to users}
     *
     * @param path of the file
     */
    String display(String path);

    @Override
    void close() throws IOException;

    /**
     * Opens a jar or a class folder.
     *
     * @param location of it; what does not exist is an empty folder: a module without classes has none
     * @return its files, to be closed
     * @throws IOException if it cannot be opened
     */
    static ArtifactFiles open(Path location) throws IOException {
        return Files.isRegularFile(location) ? new JarFiles(location) : new FolderFiles(location);
    }
}
