package dev.heapwright.benchmarks;

import dev.heapwright.core.name.EditDistance;
import java.util.Collection;
import java.util.Comparator;

/** Thrown if the user requests something that does not exist. Only the message needs to be shown. */
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * Creates the exception.
     *
     * @param message for the user
     */
    public UsageException(String message) {
        super(message);
    }

    /**
     * {@return an exception that names the nearest known name, if it is near enough to be what was meant, or else all}
     *
     * @param what the kind of name
     * @param mistyped name; up to a third of its letters, but at least one, may be wrong
     * @param known names, at least one
     */
    static UsageException unknown(String what, String mistyped, Collection<String> known) {
        String offer = known.stream()
                .filter(name -> EditDistance.between(mistyped, name) <= Math.max(1, name.length() / 3))
                .min(Comparator.comparingInt(name -> EditDistance.between(mistyped, name)))
                .map(name -> "did you mean " + name + "?")
                .orElseGet(() -> "known: " + String.join(", ", known));
        return new UsageException("unknown " + what + " '" + mistyped + "'; " + offer);
    }
}
