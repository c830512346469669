package dev.heapwright.heap.observed;

import dev.heapwright.diagnostic.ByteSize;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticId;
import dev.heapwright.diagnostic.DiagnosticRenderer;

/**
 * How many bytes all blocks together may have.
 *
 * @param bytes greater than 0
 * @param name as users know it: {@code limit 512m}; empty if there is no limit
 */
record Limit(long bytes, String name) {
    /** The system property that sets it when the program starts, or is {@code off}. */
    static final String PROPERTY = "heapwright.limit";

    static final Limit NONE = new Limit(Long.MAX_VALUE, "");

    /**
     * Returns the limit that the system property sets, or else the build.
     *
     * @param built what the build has configured, such as {@code 512m}; empty if nothing
     * @throws IllegalArgumentException if it is not a number of bytes greater than 0
     */
    static Limit configured(String built) {
        String started = System.getProperty(PROPERTY, "").strip();
        String text = started.isEmpty() ? built : started;
        if (text.isEmpty() || started.equals("off")) {
            return NONE;
        }
        long bytes = parse(PROPERTY, text);
        return new Limit(bytes, "limit " + text);
    }

    boolean isSet() {
        return !name.isEmpty();
    }

    /**
     * Returns a number of bytes that users have configured.
     *
     * @throws IllegalArgumentException if it is not a number of bytes greater than 0
     */
    static long parse(String property, String text) {
        long bytes = ByteSize.parse(text).orElse(0);
        if (bytes > 0) {
            return bytes;
        }
        String meant = ByteSize.nearest(text)
                .map(near -> "; did you mean " + near + "?")
                .orElse("");
        throw new IllegalArgumentException(DiagnosticRenderer.render(Diagnostic.error(
                        DiagnosticId.INVALID_CONFIGURATION,
                        "-D%s=%s is not a number of bytes greater than 0%s".formatted(property, text, meant))
                .withHelp("say off, or a number of bytes such as 64k, 512m or 1g")));
    }
}
