package dev.heapwright.diagnostic;

/** The report of an internal error, to be filed as a bug, instead of a stack trace. */
public final class InternalErrors {
    private static final String OURS = "dev.heapwright.";

    private InternalErrors() {}

    /**
     * {@return the diagnostic for an internal error}
     *
     * @param part the part of Heapwright that has failed: {@code annotation processor}
     * @param fault what was thrown; the report includes the frames of Heapwright in its stack trace
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
