package dev.heapwright.linker.build;

import dev.heapwright.core.name.UnknownName;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.diagnostic.DiagnosticId;
import java.util.Arrays;
import java.util.List;

/** A parameter that has one of several values. */
public final class Setting {
    private Setting() {}

    /**
     * {@return the value that has a name}
     *
     * @param <T> the type of the values
     * @param parameter as users configure it
     * @param what it is, for the message
     * @param name the configured one
     * @param values of which {@link Object#toString} gives the names
     * @throws DiagnosticException if none has that name
     */
    public static <T> T named(String parameter, String what, String name, T[] values) throws DiagnosticException {
        List<String> names = Arrays.stream(values).map(Object::toString).toList();
        int index = names.indexOf(name.strip());
        if (index < 0) {
            throw new DiagnosticException(List.of(Diagnostic.error(
                            DiagnosticId.INVALID_CONFIGURATION, UnknownName.headline(what, name.strip(), names))
                    .withHelp("set " + parameter + " to one of " + String.join(", ", names))));
        }
        return values[index];
    }
}
