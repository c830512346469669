package dev.heapwright.core.marker;

/** A malformed marker. The message says why, as a clause about "it". */
public final class MalformedMarkerException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean newer;

    MalformedMarkerException(String reason) {
        this(reason, false);
    }

    MalformedMarkerException(String reason, boolean newer) {
        super(reason);
        this.newer = newer;
    }

    /**
     * {@return why, as a clause about "it"}
     */
    public String reason() {
        return String.valueOf(getMessage());
    }

    /** {@return whether it is of a newer version of the contract, so that a newer Heapwright can read it} */
    public boolean isNewer() {
        return newer;
    }
}
