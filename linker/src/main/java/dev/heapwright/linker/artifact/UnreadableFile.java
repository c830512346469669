package dev.heapwright.linker.artifact;

import java.util.Objects;

/** Why a file cannot be read, as far as the JDK says. */
public final class UnreadableFile {
    private UnreadableFile() {}

    /**
     * {@return the reason, to be shown to users}
     *
     * @param cause from the JDK, which says nothing where it found the end before it expected it
     */
    public static String reason(Exception cause) {
        return Objects.requireNonNullElse(cause.getMessage(), "it is damaged, or was cut off");
    }
}
