package dev.heapwright.heap;

import java.util.List;
import java.util.Optional;

/**
 * The limit that a program is started with. Only {@link dev.heapwright.heap.observed observed glue} counts bytes: whoever
 * limits another program would believe that it is limited.
 */
final class StartedLimit {
    private static final String PROPERTY = "heapwright.limit";

    private StartedLimit() {}

    /** {@return why the program must not run, if it is started with a limit that its glue ignores} */
    static Optional<BindingError> ignoredBy(Binding binding) {
        String limit = System.getProperty(PROPERTY);
        return limit == null
                        || binding.isLimitable()
                        || limit.isBlank()
                        || limit.strip().equals("off")
                ? Optional.empty()
                : Optional.of(new BindingError(
                        BindingError.INVALID_CONFIGURATION,
                        "-D" + PROPERTY + '=' + limit + " has no effect: this program's glue is not observed",
                        List.of("bound to " + binding),
                        "set observed to true in the program's build, or start it without the property"));
    }
}
