package dev.heapwright.linker.audit;

import dev.heapwright.core.bytecode.MemorySource;
import dev.heapwright.linker.process.ProcessMode;

/** Who decides where native memory comes from. */
public enum Governor {
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

    /** {@return who governs what Java code takes} */
    static Governor of(MemorySource source, ProcessMode process) {
        return switch (source) {
            case HEAP -> HEAP;
            case MAPPED_FILE -> NOBODY;
            case NATIVE_FUNCTION, REFLECTION -> process == ProcessMode.LINKED ? PROCESS : NOBODY;
            case UNSAFE, DIRECT_BUFFER, ARENA, ZLIB, LIBRARY -> ofMalloc(process);
        };
    }

    /** {@return who governs what a library takes} */
    static Governor of(NativeLibrary library, ProcessMode process) {
        return library.callsMalloc() ? ofMalloc(process) : NOBODY;
    }

    private static Governor ofMalloc(ProcessMode process) {
        return process == ProcessMode.NONE ? NOBODY : PROCESS;
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
