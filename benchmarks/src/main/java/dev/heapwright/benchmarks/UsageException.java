package dev.heapwright.benchmarks;

import dev.heapwright.core.name.EditDistance;
import java.util.Collection;
import java.util.Comparator;

/** What the user asks for does not exist. The message says so, and nothing else needs to be shown. */
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * Makes one.
     *
     * @param message for the user
     */
    public UsageException(String message) {
        super(message);
    }

    /**
     * {@return one that names the nearest of those that there are, if it is so near that it may be meant, and else all}
     *
     * @param what kind of name it is
     * @param mistyped name; a third of its letters, or one of few, may be wrong
     * @param known names, at least one
     */
    static UsageException unknown(String what, String mistyped, Collection<String> known) {
        String offer = known.stream()
                .filter(name -> EditDistance.between(mistyped, name) <= Math.max(1, name.length() / 3))
                .min(Comparator.comparingInt(name -> EditDistance.between(mistyped, name)))
                .map(name -> "did you mean " + name + "?")
                .orElseGet(() -> "there are " + String.join(", ", known));
        return new UsageException("unknown " + what + " '" + mistyped + "'; " + offer);
    }
}
