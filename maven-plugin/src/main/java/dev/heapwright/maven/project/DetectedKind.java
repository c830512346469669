package dev.heapwright.maven.project;

import dev.heapwright.core.diagnostic.Diagnostic;
import dev.heapwright.core.diagnostic.DiagnosticId;
import dev.heapwright.core.diagnostic.RefusedException;
import dev.heapwright.core.link.Kind;
import dev.heapwright.maven.project.kind.Sign;
import dev.heapwright.maven.project.kind.Signs;
import java.util.Comparator;
import java.util.List;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * What a module produces, and how that was found out.
 *
 * @param kind the kind
 * @param reason for the log
 */
public record DetectedKind(Kind kind, String reason) {
    /**
     * What a module is that is several kinds at once. A host has allocators of its own, whoever else starts the module;
     * and what is started is no less so for holding all that it runs with.
     */
    private static final List<Kind> PRIORITY = List.of(Kind.HOSTED, Kind.APPLICATION, Kind.BUNDLE, Kind.LIBRARY);

    /**
     * Finds out: what is configured goes first; then the signs in the module's packaging, plugins and properties
     * decide; a module without any is a library.
     *
     * @param configured the name of a kind, if the user has configured one
     * @param project the module, with what it inherits
     * @return the kind
     * @throws RefusedException if no kind has that name
     */
    public static DetectedKind of(@Nullable String configured, MavenProject project) throws RefusedException {
        if (configured != null && !configured.isBlank()) {
            return new DetectedKind(named(configured), "configured");
        }
        return Signs.of(project).stream()
                .min(Comparator.comparingInt(sign -> PRIORITY.indexOf(sign.kind())))
                .map(DetectedKind::by)
                .orElse(new DetectedKind(Kind.LIBRARY, "no main class is configured"));
    }

    private static DetectedKind by(Sign sign) {
        return new DetectedKind(sign.kind(), sign.reason());
    }

    private static Kind named(String configured) throws RefusedException {
        String help = "set kind to application, hosted, bundle or library, or leave it out to have it detected";
        Diagnostic unknown = Diagnostic.error(
                        DiagnosticId.INVALID_CONFIGURATION, "there is no kind '" + configured + "'")
                .withHelp(help);
        return Kind.of(configured.strip()).orElseThrow(() -> new RefusedException(List.of(unknown)));
    }

    /**
     * {@return for the log: {@code application (a main class is configured in maven-jar-plugin)}}
     */
    @Override
    public String toString() {
        return kind + " (" + reason + ")";
    }
}
