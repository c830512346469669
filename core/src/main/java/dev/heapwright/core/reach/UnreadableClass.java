package dev.heapwright.core.reach;

import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticId;

/** The diagnostic for code that cannot be followed, the same at compile time and at {@code check}. */
public final class UnreadableClass {
    private UnreadableClass() {}

    /**
     * {@return the diagnostic for a class file in an allocator's reach that cannot be read}
     *
     * @param reason why not, as a clause about "it"
     */
    public static Diagnostic of(String reason) {
        return Diagnostic.error(
                        DiagnosticId.UNREADABLE_ARTIFACT,
                        "a class file that an allocator may use cannot be read: what is reached through it is unknown")
                .withDetail(reason)
                .withHelp(
                        "have the artifact that it is in downloaded or rebuilt; for a newer Java, use a newer Heapwright");
    }
}
