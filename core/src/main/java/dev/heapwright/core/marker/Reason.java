package dev.heapwright.core.marker;

import java.util.regex.Pattern;

/** Why something was decided. It is printed, and written into a string of the glue. */
final class Reason {
    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9 _.,:-]{1,300}");

    private Reason() {}

    /**
     * Checks one.
     *
     * @throws IllegalArgumentException if it has other characters than a reason may have
     */
    static void check(String reason) {
        if (!ALLOWED.matcher(reason).matches()) {
            throw new IllegalArgumentException("its reason is empty, too long or has characters that are not allowed");
        }
    }
}
