package dev.heapwright.diagnostic;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Thrown if work cannot continue because of problems that the user has to fix. The message is the rendered diagnostics.
 */
public final class DiagnosticException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Not serialised: these exceptions are caught where the work was started. */
    private final transient List<Diagnostic> diagnostics;

    /**
     * Creates the exception.
     *
     * @param diagnostics why, at least one
     */
    public DiagnosticException(List<Diagnostic> diagnostics) {
        super(diagnostics.stream().map(DiagnosticRenderer::render).collect(Collectors.joining("\n")));
        this.diagnostics = List.copyOf(diagnostics);
    }

    /**
     * Ends work that found problems.
     *
     * @param problems what was found
     * @throws DiagnosticException with all of them, if there are any
     */
    public static void throwIfAny(List<Diagnostic> problems) throws DiagnosticException {
        if (!problems.isEmpty()) {
            throw new DiagnosticException(problems);
        }
    }

    /**
     * {@return why, at least one}
     */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
