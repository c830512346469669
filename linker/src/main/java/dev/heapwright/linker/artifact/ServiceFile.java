package dev.heapwright.linker.artifact;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** The files in which a {@link java.util.ServiceLoader} looks for providers: one for each service, named after it. */
public final class ServiceFile {
    /** The folder that contains all of them, with a trailing slash. */
    public static final String FOLDER = "META-INF/services/";

    private ServiceFile() {}

    /**
     * {@return the names in a service file: one on each line, comments after a number sign; a repeated name counts once}
     *
     * @param content of the file
     */
    public static List<String> listed(byte[] content) {
        return new String(content, StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.replaceFirst("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
    }
}
