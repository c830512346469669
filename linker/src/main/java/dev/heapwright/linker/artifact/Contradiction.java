package dev.heapwright.linker.artifact;

import dev.heapwright.core.marker.MalformedMarkerException;
import dev.heapwright.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;

/**
 * Why a marker is rejected.
 *
 * @param reason a clause
 * @param details what belongs to it, a line each
 * @param help what to do, a line each
 */
record Contradiction(String reason, List<String> details, List<String> help) {
    private static final String REBUILD =
            "rebuild that artifact from clean, with heapwright-processor as its annotation processor";

    Contradiction(String reason) {
        this(reason, List.of(), List.of(REBUILD));
    }

    /** {@return the reason that an allocator violates the contract} */
    static Contradiction violated(Diagnostic violation) {
        List<String> help = new ArrayList<>(violation.help());
        help.add(REBUILD);
        return new Contradiction(violation.headline(), violation.details(), help);
    }

    /** {@return the reason that it is malformed, or that this version of Heapwright is the older side} */
    static Contradiction malformed(MalformedMarkerException exception) {
        return exception.isNewer()
                ? new Contradiction(
                        exception.reason(),
                        List.of(),
                        List.of("use a newer version of Heapwright in this build: that artifact was built with one"))
                : new Contradiction(exception.reason());
    }

    /** {@return the reason that something is in an artifact several times} */
    static Contradiction ambiguous(String what) {
        return new Contradiction(what + " occurs more than once; which copy is read is undefined");
    }
}
