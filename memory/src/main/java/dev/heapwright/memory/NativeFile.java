package dev.heapwright.memory;

import java.util.regex.Pattern;

/**
 * A file of a native library.
 *
 * @param sha256 what its content must have, in 64 lower-case hexadecimal digits
 * @param path on the class path, which begins with the platform
 */
record NativeFile(String sha256, String path) {
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern PATH =
            Pattern.compile("[A-Za-z0-9_-]+/[A-Za-z0-9_-]+(/[A-Za-z0-9_-][A-Za-z0-9_.-]*)+");

    /**
     * Both become part of a file's name, so neither may be anything else than it should.
     *
     * @throws IllegalArgumentException if one of them is not as described
     */
    NativeFile {
        if (!SHA_256.matcher(sha256).matches() || !PATH.matcher(path).matches()) {
            throw new IllegalArgumentException(sha256 + "  " + path);
        }
    }

    /** The operating system and the processor, such as {@code linux/x64}. */
    String platform() {
        return path.substring(0, path.indexOf('/', path.indexOf('/') + 1));
    }

    /** What it is called when it is extracted, which no other content is. */
    String extractedName() {
        return sha256 + "-" + path.substring(path.lastIndexOf('/') + 1);
    }
}
