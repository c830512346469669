package dev.heapwright.linker.audit;

import dev.heapwright.core.bytecode.MemorySource;
import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.linker.build.Setting;
import java.util.Locale;

/** How the malloc of the process was replaced. */
public enum ProcessMalloc {
    /** By {@code link-image}: an image whose programs need the allocator. */
    LINKED("the process is linked to an allocator"),
    /** By {@code LD_PRELOAD}: functions that are looked up through the FFM API are still those of the C library. */
    PRELOADED("an allocator is preloaded"),
    /** It was not. */
    NONE("the process has the C library's malloc");

    private final String description;

    ProcessMalloc(String description) {
        this.description = description;
    }

    /**
     * {@return the value of that name}
     *
     * @param name as {@link #toString} gives it
     * @throws DiagnosticException if there is none
     */
    public static ProcessMalloc named(String name) throws DiagnosticException {
        return Setting.named("process", "process", name, values());
    }

    /** {@return who governs what Java code takes} */
    Governor governorOf(MemorySource source) {
        return switch (source) {
            case HEAP -> Governor.HEAP;
            case MAPPED_FILE -> Governor.NOBODY;
            case NATIVE_FUNCTION, REFLECTION -> this == LINKED ? Governor.PROCESS : Governor.NOBODY;
            case UNSAFE, DIRECT_BUFFER, ARENA, ZLIB, LIBRARY -> governorOfMalloc();
        };
    }

    /** {@return who governs what a library takes} */
    Governor governorOf(NativeLibrary library) {
        return library.callsMalloc() ? governorOfMalloc() : Governor.NOBODY;
    }

    private Governor governorOfMalloc() {
        return this == NONE ? Governor.NOBODY : Governor.PROCESS;
    }

    /** {@return a clause that says it} */
    String description() {
        return description;
    }

    /** {@return the name that users write: {@code linked}} */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
