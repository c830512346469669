package dev.heapwright.core.link;

import dev.heapwright.core.name.Coordinates;
import dev.heapwright.diagnostic.Diagnostic;

/** Help for a module that runs with two artifacts of which it may have only one. */
public final class KeepOne {
    private KeepOne() {}

    /**
     * {@return a diagnostic with help that tells how to drop one artifact}
     *
     * @param conflict what is wrong
     * @param dropped from the module to the artifact
     * @param dialect how help is written
     */
    public static Diagnostic help(Diagnostic conflict, DependencyPath dropped, Dialect dialect) {
        Coordinates artifact = dropped.end();
        return switch (dropped.length()) {
            case 0 -> conflict.withHelp("keep one; to drop the second, remove it from this module");
            case 1 ->
                conflict.withHelp("keep one; to drop the second, remove the dependency on " + artifact.versionless());
            default ->
                conflict.withHelp("keep one; to drop the second, exclude it where it comes in, in the dependency on "
                                + dropped.steps().get(1).versionless() + ":")
                        .withHelp(dialect.exclusion(dropped));
        };
    }
}
