package dev.heapwright.core.marker;

/** A malformed marker. The message says why, as a clause about "it". */
public final class MalformedMarkerException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedMarkerException(String reason) {
        super(reason);
    }

    /**
     * {@return why, as a clause about "it"}
     */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
