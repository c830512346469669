package dev.heapwright.linker.report;

import dev.heapwright.core.link.Decision;
import java.util.Locale;

/** What came of linking a module; what needs the most attention comes first. */
public enum Outcome {
    /** It cannot be linked. */
    REFUSED,
    /** It is bound, or would be, to an allocator of its own choice or that of a dependency. */
    BOUND,
    /** There is nothing to link. */
    NOT_BOUND;

    static Outcome of(Decision decision) {
        if (decision instanceof Decision.Refuse) {
            return REFUSED;
        }
        return decision instanceof Decision.Bound ? BOUND : NOT_BOUND;
    }

    /** {@return the name of its style: {@code not-bound}} */
    String style() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@return {@code not bound}} */
    @Override
    public String toString() {
        return style().replace('-', ' ');
    }
}
