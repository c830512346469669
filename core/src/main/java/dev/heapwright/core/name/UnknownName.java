package dev.heapwright.core.name;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is said of a name that a user has written and that stands for nothing. */
public final class UnknownName {
    private UnknownName() {}

    /**
     * {@return the headline: {@code unknown kind 'aplication'; did you mean application?}}
     *
     * @param what it should be the name of
     * @param name as written
     * @param known the names that there are
     */
    public static String headline(String what, String name, List<String> known) {
        return "unknown " + what + " '" + name + "'"
                + nearest(name, known)
                        .map(near -> "; did you mean " + near + "?")
                        .orElse("");
    }

    /**
     * {@return the nearest of the known names, if it is so near that it may be meant: a third of its letters may be wrong,
     * in any case of letters}
     *
     * @param name as written
     * @param known the names that there are; of equally near ones, the first is taken
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
