package dev.heapwright.diagnostic;

/** What Heapwright says when it fails itself: a report that can be filed, in place of a stack trace. */
public final class InternalErrors {
    private static final String OURS = "dev.heapwright.";

    private InternalErrors() {}

    /**
     * {@return the diagnostic for a fault that should not have been possible}
     *
     * @param part which part of Heapwright has failed: {@code annotation processor}
     * @param fault what was thrown; of its stack trace, what runs in Heapwright is told
     */
    public static Diagnostic internalError(String part, Throwable fault) {
        Diagnostic diagnostic = Diagnostic.error(
                        DiagnosticId.INTERNAL_ERROR, "internal error in Heapwright's " + part + ", not in your code")
                .withDetail(fault.toString());
        for (StackTraceElement frame : fault.getStackTrace()) {
            if (frame.getClassName().startsWith(OURS)) {
                diagnostic = diagnostic.withDetail("at " + frame);
            }
        }
        return diagnostic;
    }
}
