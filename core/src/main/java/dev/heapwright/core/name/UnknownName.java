package dev.heapwright.core.name;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The message for an unknown name that a user has written. */
public final class UnknownName {
    private UnknownName() {}

    /**
     * {@return the headline: {@code unknown kind 'aplication'; did you mean application?}}
     *
     * @param what it should name, such as {@code kind}
     * @param name as written
     * @param known the known names
     */
    public static String headline(String what, String name, List<String> known) {
        return "unknown " + what + " '" + name + "'"
                + nearest(name, known)
                        .map(near -> "; did you mean " + near + "?")
                        .orElse("");
    }

    /**
     * {@return the nearest of the known names, if it is near enough to be what was meant: up to a third of its letters
     * may be wrong, ignoring case}
     *
     * @param name as written
     * @param known the known names; of equally near ones, the first is returned
     */
    public static Optional<String> nearest(String name, List<String> known) {
        return known.stream()
                .filter(each -> edits(name, each) <= Math.max(1, each.length() / 3))
                .min(Comparator.comparingInt(each -> edits(name, each)));
    }

    private static int edits(String name, String known) {
        return EditDistance.between(name.toLowerCase(Locale.ROOT), known.toLowerCase(Locale.ROOT));
    }
}
