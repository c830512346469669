package dev.heapwright.memory;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of a native library.
 *
 * @param sha256 the SHA-256 of its content, as 64 lower-case hexadecimal digits
 * @param path on the class path, which begins with the platform, or with {@value #FOLDER} and the platform
 */
record NativeFile(String sha256, String path) {
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    /**
     * Where files are also found in a named module: elsewhere, their folders would be packages of the module, whose
     * contents only the module itself can find.
     */
    static final String FOLDER = "META-INF/heapwright-natives/";

    private static final Pattern PATH = Pattern.compile(
            "(?:" + FOLDER + ")?+(?!META-INF/)[A-Za-z0-9_-]+/[A-Za-z0-9_-]+(/[A-Za-z0-9_-][A-Za-z0-9_.-]*)+");

    /**
     * As written by sha256sum: a blank before the path of a file read as text, an asterisk before one read as binary.
     */
    private static final Pattern LINE = Pattern.compile("(?<sha256>[^ ]*) [ *](?<path>.*)");

    /**
     * Both become part of a file name, so both must be valid.
     *
     * @throws IllegalArgumentException if one of them is invalid
     */
    NativeFile {
        if (!SHA_256.matcher(sha256).matches() || !PATH.matcher(path).matches()) {
            throw new IllegalArgumentException(sha256 + "  " + path);
        }
    }

    /**
     * Reads a line of a list.
     *
     * @throws IllegalArgumentException if it is malformed; the message is the line
     */
    static NativeFile parse(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new IllegalArgumentException(line);
        }
        return new NativeFile(parts.group("sha256"), parts.group("path"));
    }

    /** The operating system and the processor, such as {@code linux/x64}. */
    String platform() {
        String within = path.startsWith(FOLDER) ? path.substring(FOLDER.length()) : path;
        return within.substring(0, within.indexOf('/', within.indexOf('/') + 1));
    }

    /** The name of the extracted file, which is unique to its content. */
    String extractedName() {
        return sha256 + "-" + path.substring(path.lastIndexOf('/') + 1);
    }
}
