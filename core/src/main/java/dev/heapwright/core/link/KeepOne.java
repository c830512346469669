package dev.heapwright.core.link;

import dev.heapwright.diagnostic.Diagnostic;
import java.util.List;

/** Help for a module that runs with several artifacts of which it may have only one. */
public final class KeepOne {
    private KeepOne() {}

    /** {@return a diagnostic with help on how to drop the second of two artifacts} */
    public static Diagnostic help(Diagnostic conflict, DependencyPath dropped, Dialect dialect) {
        return help(conflict, List.of(dropped), dialect);
    }

    /**
     * {@return a diagnostic at the second artifact, with help on how to drop all but the first}
     *
     * @param conflict what is wrong
     * @param others the ways from the module to the second and further artifacts, in the order in which they are shown; one
     *     at least
     * @param dialect how help is written
     */
    public static Diagnostic help(Diagnostic conflict, List<DependencyPath> others, Dialect dialect) {
        Diagnostic helped = conflict.at(dialect.declaration(others.get(0)));
        for (int i = 0; i < others.size(); i++) {
            String drop = (i == 0 ? "keep one; " : "") + "to drop " + ordinal(i + 2) + ", ";
            DependencyPath way = others.get(i);
            helped = switch (way.length()) {
                case 0 -> helped.withHelp(drop + "remove it from this module");
                case 1 ->
                    helped.withHelp(
                            drop + "remove the dependency on " + way.end().versionless());
                default ->
                    helped.withHelp(drop + "exclude it where it comes in, in the dependency on "
                                    + way.steps().get(1).versionless() + ":")
                            .withHelp(dialect.exclusion(way));
            };
        }
        return helped;
    }

    private static String ordinal(int number) {
        return switch (number) {
            case 2 -> "the second";
            case 3 -> "the third";
            case 4 -> "the fourth";
            default -> "number " + number;
        };
    }
}
