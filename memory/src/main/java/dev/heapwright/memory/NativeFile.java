package dev.heapwright.memory;

/**
 * A file of a native library. The lists are read in a JVM that has just started, to which regular expressions are slow.
 *
 * @param sha256 the SHA-256 of its content, as 64 lower-case hexadecimal digits
 * @param path on the class path, which begins with the platform, or with {@value #FOLDER} and the platform
 */
record NativeFile(String sha256, String path) {
    private static final int SHA_256_DIGITS = 64;

    /**
     * Where files are also found in a named module: elsewhere, their folders would be packages of the module, whose
     * contents only the module itself can find.
     */
    static final String FOLDER = "META-INF/heapwright-natives/";

    /**
     * Both become part of a file name, so both must be valid.
     *
     * @throws IllegalArgumentException if one of them is invalid
     */
    NativeFile {
        if (!isSha256(sha256) || !isPath(path)) {
            throw new IllegalArgumentException(sha256 + "  " + path);
        }
    }

    /**
     * Reads a line of a list, as written by sha256sum: there is a blank before the path of a file read as text, an asterisk before
     * one read as binary.
     *
     * @throws IllegalArgumentException if it is malformed; the message is the line
     */
    static NativeFile parse(String line) {
        int blank = line.indexOf(' ');
        if (blank < 0 || !(line.startsWith("  ", blank) || line.startsWith(" *", blank))) {
            throw new IllegalArgumentException(line);
        }
        return new NativeFile(line.substring(0, blank), line.substring(blank + 2));
    }

    private static boolean isSha256(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ("0123456789abcdef".indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return text.length() == SHA_256_DIGITS;
    }

    /** The operating system, the processor, and at least one more name. */
    private static boolean isPath(String path) {
        String within = path.startsWith(FOLDER) ? path.substring(FOLDER.length()) : path;
        int names = 0;
        int start = 0;
        while (start >= 0) {
            int slash = within.indexOf('/', start);
            if (!isName(within.substring(start, slash < 0 ? within.length() : slash), names > 1)) {
                return false;
            }
            names++;
            start = slash < 0 ? -1 : slash + 1;
        }
        return names > 2 && !within.startsWith("META-INF/");
    }

    /** Not of parent folders, nor hidden. */
    private static boolean isName(String text, boolean mayHaveDots) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isPlain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!isPlain && c != '_' && c != '-' && !(c == '.' && mayHaveDots && i > 0)) {
                return false;
            }
        }
        return !text.isEmpty();
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
