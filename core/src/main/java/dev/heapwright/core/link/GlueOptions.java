package dev.heapwright.core.link;

import dev.heapwright.core.marker.GlueMode;
import dev.heapwright.diagnostic.ByteSize;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.diagnostic.DiagnosticId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How users want their glue.
 *
 * @param mode what it does besides calling the allocator
 * @param limit how many bytes may be live, such as {@code 512m}; empty if that is not limited; only observed glue has one
 */
public record GlueOptions(GlueMode mode, String limit) {
    /** Glue that only calls the allocator. */
    public static final GlueOptions PLAIN = new GlueOptions(GlueMode.PLAIN, "");

    /** Glue that checks how the program uses its blocks. */
    public static final GlueOptions CHECKED = new GlueOptions(GlueMode.CHECKED, "");

    /** Glue that records what the program allocates, without a limit. */
    public static final GlueOptions OBSERVED = new GlueOptions(GlueMode.OBSERVED, "");

    /**
     * {@return the options that users have configured}
     *
     * @param checked whether the glue is to check
     * @param observed whether it is to observe; a limit implies it
     * @param limit the limit; null or blank for none
     * @throws DiagnosticException if the limit is not a number of bytes greater than 0, or both kinds of glue are asked for
     */
    public static GlueOptions of(boolean checked, boolean observed, @Nullable String limit) throws DiagnosticException {
        String bytes = limit == null ? "" : limit.strip();
        if (!bytes.isEmpty() && ByteSize.parse(bytes).orElse(0) == 0) {
            throw new DiagnosticException(List.of(invalid(bytes)));
        }
        if (checked && (observed || !bytes.isEmpty())) {
            throw new DiagnosticException(
                    List.of(
                            Diagnostic.error(
                                            DiagnosticId.INVALID_CONFIGURATION,
                                            "checked and %s are both set; glue is either checked or observed"
                                                    .formatted(observed ? "observed" : "limit"))
                                    .withHelp(
                                            "set checked for tests, in a profile or by a property, and observed for what is delivered")));
        }
        if (checked) {
            return CHECKED;
        }
        return observed || !bytes.isEmpty() ? new GlueOptions(GlueMode.OBSERVED, bytes) : PLAIN;
    }

    private static Diagnostic invalid(String limit) {
        String meant = ByteSize.nearest(limit)
                .map(near -> "; did you mean " + near + "?")
                .orElse("");
        return Diagnostic.error(
                        DiagnosticId.INVALID_CONFIGURATION,
                        "limit '%s' is not a number of bytes greater than 0%s".formatted(limit, meant))
                .withHelp("set limit to a number of bytes such as 64k, 512m or 1g, or leave it out");
    }

    /** {@return what follows the reason in the log, such as {@code , observed, limit 512m}} */
    String text() {
        return (mode == GlueMode.PLAIN ? "" : ", " + mode) + (limit.isEmpty() ? "" : ", limit " + limit);
    }
}
