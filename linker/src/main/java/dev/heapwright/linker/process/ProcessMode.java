package dev.heapwright.linker.process;

import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.linker.build.Setting;
import java.util.Locale;

/** How the malloc of the process is replaced. */
public enum ProcessMode {
    /** By {@code link-image}: an image whose programs need the allocator. */
    LINKED("the process is linked to an allocator"),
    /** By the launcher: functions that are looked up through the FFM API are still those of the C library. */
    PRELOADED("an allocator is preloaded"),
    /** It is not. */
    NONE("the process has the C library's malloc");

    private final String description;

    ProcessMode(String description) {
        this.description = description;
    }

    /**
     * {@return the value of that name}
     *
     * @param name as {@link #toString} gives it
     * @throws DiagnosticException if there is none
     */
    public static ProcessMode named(String name) throws DiagnosticException {
        return Setting.named("process", "process", name, values());
    }

    /** {@return a clause for messages} */
    public String description() {
        return description;
    }

    /** {@return the name that users write: {@code linked}} */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
