package dev.heapwright.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DiagnosticIdTest {
    @ParameterizedTest
    @EnumSource(DiagnosticId.class)
    void anIdIsFoundByItsTextIgnoringCase(DiagnosticId id) {
        assertEquals(Optional.of(id), DiagnosticId.of(id.toString()));
        assertEquals(Optional.of(id), DiagnosticId.of(id.toString().toLowerCase(Locale.ROOT)));
        assertEquals(Optional.of(id), DiagnosticId.of(id.toString().toUpperCase(Locale.ROOT)));
    }

    @ParameterizedTest
    @EnumSource(DiagnosticId.class)
    void theTextIsTheConstantsNameWithoutUnderscores(DiagnosticId id) {
        assertEquals(id.name().replace("_", ""), id.toString().toUpperCase(Locale.ROOT));
        assertTrue(id.toString().matches("([A-Z][a-z]*)+"), id.toString());
    }

    @Test
    void noOtherTextIsAnId() {
        assertEquals(Optional.empty(), DiagnosticId.of("MISSING_FUNCTION"));
        assertEquals(Optional.empty(), DiagnosticId.of(" MissingFunction"));
        assertEquals(Optional.empty(), DiagnosticId.of(""));
    }
}
