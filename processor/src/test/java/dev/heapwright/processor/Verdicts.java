package dev.heapwright.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.diagnostic.DiagnosticId;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;

/** The ids that the processor may report for a program: its own, without InternalError. */
final class Verdicts {
    static final Set<DiagnosticId> ALL = EnumSet.range(DiagnosticId.MISSING_FUNCTION, DiagnosticId.SWAPPED_PARAMETERS);

    private static final Pattern ID = Pattern.compile("\\[Heapwright/(\\w+)] ");

    private Verdicts() {}

    /**
     * Asserts that there are no others: no internal error, no message that is neither javac's nor has an id.
     *
     * @param program its name in the message of this assertion
     * @param compilation the result of compiling the program
     * @return the ids that were reported
     */
    static Set<DiagnosticId> of(String program, Compilation compilation) {
        Set<DiagnosticId> ids = EnumSet.noneOf(DiagnosticId.class);
        for (Diagnostic<?> diagnostic : compilation.diagnostics()) {
            String text = diagnostic.getMessage(Locale.ROOT);
            Matcher id = ID.matcher(text);
            String code = Objects.requireNonNullElse(diagnostic.getCode(), "");
            assertEquals(code.endsWith(".proc.messager"), id.lookingAt(), () -> program + ": " + code + ": " + text);
            if (id.lookingAt()) {
                ids.add(DiagnosticId.of(id.group(1)).orElseThrow());
                assertTrue(ALL.containsAll(ids), () -> program + ": " + text);
            }
        }
        return ids;
    }
}
