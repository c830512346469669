package dev.heapwright.linker.packaged;

import dev.heapwright.linker.artifact.ArtifactFiles;
import dev.heapwright.linker.artifact.UnreadableFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads jars that are packed into a jar. Each is copied to a temporary file to be read, since a JVM uses the directory
 * at a jar's end, which cannot be read from a stream. The total size is limited relative to the outer jar: a jar is
 * already compressed, so the jar that contains it is not many times smaller.
 */
final class NestedJars {
    /** How many times larger than the jar the jars in it may be in total. */
    static final int MOST_INFLATION = 10;

    /** In bytes; for small jars, whose directories are larger than their contents. */
    static final int ALWAYS_ALLOWED = 16 * 1024 * 1024;

    /** More than the number of dependencies of any program. */
    static final int MOST = 2_000;

    private final ArtifactFiles outer;
    private final long allowed;
    private long copied;

    /**
     * For the jars in one jar.
     *
     * @param outer its files
     * @param length of it, in bytes
     */
    NestedJars(ArtifactFiles outer, long length) {
        this.outer = outer;
        this.allowed = Math.max(ALWAYS_ALLOWED, length * MOST_INFLATION);
    }

    /**
     * What is read from a copy of a jar.
     *
     * @param <T> the contents
     */
    interface Reader<T> {

        /**
         * {@return the contents}
         *
         * @param copy of the jar, deleted afterwards
         * @throws IOException if it cannot be read
         */
        T read(Path copy) throws IOException;
    }

    /**
     * {@return the contents of one of them as a class path root}
     *
     * @param path of the jar in the jar
     * @param wanted the classes to look for
     * @throws IOException if it cannot be read or is too large, naming it
     */
    ClassPathRoot root(String path, WantedClasses wanted) throws IOException {
        return read(path, copy -> {
            try (ArtifactFiles files = ArtifactFiles.open(copy)) {
                return ClassPathRoot.read(files, "", files.below(""), wanted, path);
            }
        });
    }

    /**
     * {@return the contents of one of them}
     *
     * @param path of the jar in the jar
     * @param reader reads a copy of it
     * @throws IOException if it cannot be read or is too large, naming it
     */
    <T> T read(String path, Reader<T> reader) throws IOException {
        Path copy = Files.createTempFile("heapwright", ".jar");
        try {
            copy(path, copy);
            return reader.read(copy);
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw new IOException(path + " inside it: " + UnreadableFile.reason(e), e);
        } finally {
            Files.delete(copy);
        }
    }

    private void copy(String path, Path copy) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        try (InputStream in = outer.stream(path).orElseThrow(() -> new IOException("it does not exist"));
                OutputStream out = Files.newOutputStream(copy)) {
            int read;
            while ((read = in.read(buffer)) >= 0) {
                copied += read;
                if (copied > allowed) {
                    throw new IOException("the jars up to this one decompress to more than " + allowed + " bytes");
                }
                out.write(buffer, 0, read);
            }
        }
    }
}
