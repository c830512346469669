package dev.heapwright.diagnostic;

import java.util.List;
import java.util.stream.Collectors;

/** Work cannot go on because of what the user has to mend. Its message is the diagnostics as they are rendered. */
public final class DiagnosticException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Not serialised: exceptions of this kind are caught where the work was started. */
    private final transient List<Diagnostic> diagnostics;

    /**
     * Refuses.
     *
     * @param diagnostics why, at least one
     */
    public DiagnosticException(List<Diagnostic> diagnostics) {
        super(diagnostics.stream().map(DiagnosticRenderer::render).collect(Collectors.joining("\n")));
        this.diagnostics = List.copyOf(diagnostics);
    }

    /**
     * {@return why, at least one}
     */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
