package dev.heapwright.heap;

import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticId;
import dev.heapwright.diagnostic.DiagnosticRenderer;
import java.util.ArrayList;
import java.util.Collection;

/**
 * Thrown if the build has bound no allocator to the {@link Heap}, or more than one, or one that calls the heap itself, if
 * the process has another {@code malloc} than the one that it was linked to, or if the program was started with a limit that
 * its glue ignores. The message says what to do.
 */
public final class BindingError extends LinkageError {
    private static final long serialVersionUID = 1L;

    /** Names of {@link DiagnosticId}: no class of another module is needed to throw the error. */
    static final String NOT_BOUND = "NotBound";

    static final String BOUND_TWICE = "BoundTwice";
    static final String PROCESS_NOT_LINKED = "ProcessNotLinked";
    static final String PROCESS_TWICE = "ProcessTwice";
    static final String INVALID_CONFIGURATION = "InvalidConfiguration";
    static final String CIRCULAR_DEPENDENCY = "CircularDependency";

    private final String id;
    private final String headline;
    private final ArrayList<String> details;
    private final String help;

    BindingError(String id, String headline, Collection<String> details, String help) {
        super(null);
        this.id = id;
        this.headline = headline;
        this.details = new ArrayList<>(details);
        this.help = help;
    }

    /** {@return a new error with the same message} */
    BindingError again() {
        return new BindingError(id, headline, details, help);
    }

    boolean isCircular() {
        return id.equals(CIRCULAR_DEPENDENCY);
    }

    /**
     * {@return the diagnostic; rendered on demand, as the stack or the file handles may be exhausted when the error is
     * thrown}
     */
    @Override
    public String getMessage() {
        try {
            Diagnostic diagnostic = Diagnostic.error(DiagnosticId.of(id).orElseThrow(), headline);
            for (String detail : details) {
                diagnostic = diagnostic.withDetail(detail);
            }
            return DiagnosticRenderer.renderWhole(diagnostic.withHelp(help));
        } catch (LinkageError unreadable) {
            // Without file handles, no further class can be loaded.
            return headline + "\n" + String.join("\n", details) + "\n" + help;
        }
    }
}
