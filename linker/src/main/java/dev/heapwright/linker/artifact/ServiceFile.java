package dev.heapwright.linker.artifact;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The files in which a {@link java.util.ServiceLoader} looks for providers: one for each service, named after it. */
public final class ServiceFile {
    /** The folder that contains all of them, with a trailing slash. */
    public static final String FOLDER = "META-INF/services/";

    /** In bytes; far more than the names of all providers that could be registered. */
    static final int LARGEST = 1 << 20;

    private ServiceFile() {}

    /**
     * {@return the classes that a file lists; empty if there is no such file}
     *
     * @param files among which it is
     * @param path of the file
     * @throws IOException if it cannot be read, or is so large that what its end lists would not be seen
     */
    public static Optional<List<String>> read(ArtifactFiles files, String path) throws IOException {
        Optional<byte[]> content = files.read(path, LARGEST + 1);
        if (content.isPresent() && content.get().length > LARGEST) {
            throw new IOException(files.display(path) + " is larger than " + LARGEST + " bytes");
        }
        return content.map(ServiceFile::listed);
    }

    /**
     * {@return the names in a service file: one on each line, comments after a number sign; a repeated name counts once}
     *
     * @param content of the file
     */
    static List<String> listed(byte[] content) {
        return new String(content, StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.split("#", 2)[0].strip())
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
    }
}
