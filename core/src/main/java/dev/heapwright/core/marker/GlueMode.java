package dev.heapwright.core.marker;

/** What glue does besides calling the allocator. */
public enum GlueMode {
    /** Nothing. */
    PLAIN(""),
    /** It checks how the program uses its blocks. */
    CHECKED("checked"),
    /** It records what the program allocates. */
    OBSERVED("observed");

    private final String text;

    GlueMode(String text) {
        this.text = text;
    }

    /** {@return the name of the parameter that asks for it, and of its line in a marker; empty for plain glue} */
    @Override
    public String toString() {
        return text;
    }
}
