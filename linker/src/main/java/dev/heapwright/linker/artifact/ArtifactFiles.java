package dev.heapwright.linker.artifact;

import dev.heapwright.core.bytecode.ClassFile;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The files in a jar or in a class folder, by their paths with slashes from its root. */
public interface ArtifactFiles extends Closeable {
    /** Where multi-release jars have the class files that newer JVMs load instead. */
    String VERSIONS = "META-INF/versions/";

    /**
     * {@return the paths of all files, in any order; a jar may have several of one path}
     *
     * @throws IOException if they cannot be listed
     */
    List<String> all() throws IOException;

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
     * {@return whether there are several files of one path, so that which of them is read is undefined}
     *
     * @param path of the file
     */
    boolean isAmbiguous(String path);

    /**
     * {@return the content of a file, cut off after {@code limit} bytes; empty if there is no such file}
     *
     * @param path of the file
     * @param limit in bytes
     * @throws IOException if it cannot be read
     */
    default Optional<byte[]> read(String path, int limit) throws IOException {
        Optional<InputStream> content = stream(path);
        if (content.isEmpty()) {
            return Optional.empty();
        }
        // The sizes that an archive declares may be lies; what counts is what comes out.
        try (InputStream in = content.get()) {
            return Optional.of(in.readNBytes(limit));
        }
    }

    /**
     * {@return the content of a file, of any length, to be closed; empty if there is no such file}
     *
     * @param path of the file
     * @throws IOException if it cannot be read
     */
    Optional<InputStream> stream(String path) throws IOException;

    /**
     * {@return the content of a class file; of one that is too large to be one, enough to see that; empty if there is
     * no such file}
     *
     * @param path of the file
     * @throws IOException if it cannot be read
     */
    default Optional<byte[]> readClassFile(String path) throws IOException {
        return read(path, ClassFile.LARGEST + 1);
    }

    /**
     * {@return the folders with the class files that newer JVMs load instead, such as {@code META-INF/versions/21/}, the
     * oldest Java first; none if it is not a multi-release jar, or a folder that may become one}
     *
     * @throws IOException if they cannot be listed
     */
    List<String> versionFolders() throws IOException;

    /**
     * {@return whether there is a file that newer JVMs load instead of one of that path}
     *
     * @param path of the file
     * @throws IOException if that cannot be found out
     */
    default boolean isVersioned(String path) throws IOException {
        return versionFolders().stream().anyMatch(folder -> contains(folder + path));
    }

    /**
     * {@return the contents of a class file and of those that newer JVMs load instead, the oldest Java first; empty if
     * there is none}
     *
     * @param path of the file
     * @throws IOException if one cannot be read
     */
    default List<byte[]> readClassFiles(String path) throws IOException {
        List<byte[]> contents = new ArrayList<>();
        readClassFile(path).ifPresent(contents::add);
        for (String folder : versionFolders()) {
            readClassFile(folder + path).ifPresent(contents::add);
        }
        return contents;
    }

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
        if (Files.isRegularFile(location)) {
            return new JarFiles(location);
        }
        // A link to nothing is there, and a pipe; from the latter, whoever reads may wait for ever.
        if (Files.exists(location, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(location)) {
            throw new IOException("it is neither a file nor a folder");
        }
        return new FolderFiles(location);
    }
}
