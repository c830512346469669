package dev.heapwright.linker.audit;

/** Who decides where native memory comes from. */
enum Governor {
    /** The allocator that the build has linked. */
    HEAP("the heap"),
    /** The allocator that replaces malloc in the whole process. */
    PROCESS("the process allocator"),
    /** Whatever the system has. */
    NOBODY("nobody"),
    /** What takes it could not be read. */
    UNKNOWN("unknown");

    private final String text;

    Governor(String text) {
        this.text = text;
    }

    /** {@return whether an artifact that begins to take such memory is to be reported} */
    boolean isUngoverned() {
        return this == NOBODY || this == UNKNOWN;
    }

    @Override
    public String toString() {
        return text;
    }
}
