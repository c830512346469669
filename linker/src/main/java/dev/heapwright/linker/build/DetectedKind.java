package dev.heapwright.linker.build;

import dev.heapwright.core.link.Kind;
import dev.heapwright.core.name.UnknownName;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.diagnostic.DiagnosticId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a module produces, and how that was determined.
 *
 * @param kind the kind
 * @param reason for the log
 * @param assumed whether no evidence for any kind was found
 * @param starts what starts the module in this build though it is not configured, as clauses: {@code the command line
 *     runs exec:java}; it decides nothing, as the next build may be without
 */
public record DetectedKind(Kind kind, String reason, boolean assumed, List<String> starts) {
    /**
     * The order of precedence if there is evidence for several kinds. A hosted artifact meets its host's allocators
     * even if it can also be started; and a program is an application even if it is self-contained.
     */
    private static final List<Kind> PRIORITY = List.of(Kind.HOSTED, Kind.APPLICATION, Kind.BUNDLE, Kind.LIBRARY);

    /** Copies the list. */
    public DetectedKind {
        starts = List.copyOf(starts);
    }

    /**
     * A kind for which there is evidence.
     *
     * @param kind the kind
     * @param reason for the log
     */
    public DetectedKind(Kind kind, String reason) {
        this(kind, reason, false, List.of());
    }

    /**
     * Determines the kind: the configured one takes precedence, then the evidence; without any, a module is a library.
     *
     * @param configured the name of a kind, if the user has configured one
     * @param evidence what was found in the module, most telling for its author first
     * @return the kind
     * @throws DiagnosticException if no kind has the configured name
     */
    public static DetectedKind of(@Nullable String configured, List<KindEvidence> evidence) throws DiagnosticException {
        if (configured != null && !configured.isBlank()) {
            return new DetectedKind(named(configured), "configured");
        }
        return evidence.stream()
                .min(Comparator.comparingInt(each -> PRIORITY.indexOf(each.kind())))
                .map(DetectedKind::by)
                .orElse(new DetectedKind(Kind.LIBRARY, "no main class is configured", true, List.of()));
    }

    /**
     * {@return the same kind of a module that is started}
     *
     * @param others what starts it in this build, as clauses
     */
    public DetectedKind startedBy(List<String> others) {
        return new DetectedKind(kind, reason, assumed, others);
    }

    private static DetectedKind by(KindEvidence evidence) {
        return new DetectedKind(evidence.kind(), evidence.reason());
    }

    private static Kind named(String configured) throws DiagnosticException {
        List<String> names = Arrays.stream(Kind.values()).map(Kind::toString).toList();
        String help = "set kind to application, hosted, bundle or library, or leave it out to have it detected";
        Diagnostic unknown = Diagnostic.error(
                        DiagnosticId.INVALID_CONFIGURATION, UnknownName.headline("kind", configured.strip(), names))
                .withHelp(help);
        return Kind.of(configured.strip()).orElseThrow(() -> new DiagnosticException(List.of(unknown)));
    }

    /**
     * {@return for the log: {@code application (a main class is configured in maven-jar-plugin)}}
     */
    @Override
    public String toString() {
        return kind + " (" + reason + ")";
    }
}
