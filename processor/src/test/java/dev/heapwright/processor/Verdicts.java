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

/** What the processor may say of a program: its ids, without InternalError. */
final class Verdicts {
    static final Set<DiagnosticId> ALL = EnumSet.range(DiagnosticId.MISSING_FUNCTION, DiagnosticId.SWAPPED_PARAMETERS);

    private static final Pattern ID = Pattern.compile("\\[Heapwright/(\\w+)] ");

    private Verdicts() {}

    /**
     * Asserts that there are no others: no message of a fault, or of something else than javac, or without an id.
     *
     * @param program its name in the message of this assertion
     * @param compilation what was said of the program
     * @return those that there are
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
