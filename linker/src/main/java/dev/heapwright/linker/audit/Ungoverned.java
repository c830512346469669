package dev.heapwright.linker.audit;

import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.linker.build.Setting;
import java.util.Locale;

/** What to do about places that nobody governs, and that are not in the baseline. */
public enum Ungoverned {
    /** Nothing: there is no baseline. */
    IGNORE,
    /** Report them. */
    WARN,
    /** Report them, and fail the build. */
    FAIL;

    /**
     * {@return the value of that name}
     *
     * @param name as {@link #toString} gives it
     * @throws DiagnosticException if there is none
     */
    public static Ungoverned named(String name) throws DiagnosticException {
        return Setting.named("ungoverned", "value of ungoverned", name, values());
    }

    /** {@return the name that users write: {@code fail}} */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
