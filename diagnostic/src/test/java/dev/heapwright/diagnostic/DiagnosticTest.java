package dev.heapwright.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiagnosticTest {
    private final Diagnostic plain = Diagnostic.error(DiagnosticId.BROKEN_PACKAGE, "app.jar has no binding");

    @Test
    void anErrorFailsTheBuildAndAWarningDoesNot() {
        assertEquals(Severity.ERROR, plain.severity());
        assertEquals(
                Severity.WARNING,
                Diagnostic.warning(DiagnosticId.BROKEN_PACKAGE, "").severity());
    }

    @Test
    void aHeadlineAloneHasNoLocationNoDetailsAndNoHelp() {
        assertEquals(
                new Diagnostic(
                        DiagnosticId.BROKEN_PACKAGE,
                        Severity.ERROR,
                        "app.jar has no binding",
                        List.of(),
                        List.of(),
                        new Location.Unknown()),
                plain);
    }

    @Test
    void completingADiagnosticCreatesANewOneThatKeepsTheRest() {
        Location place = new Location.File("app.jar");
        Diagnostic complete =
                plain.at(place).withDetail("one\r\ntwo").withHelp("three\nfour").withDetail("five");
        assertEquals(
                new Diagnostic(
                        DiagnosticId.BROKEN_PACKAGE,
                        Severity.ERROR,
                        "app.jar has no binding",
                        List.of("one", "two", "five"),
                        List.of("three", "four"),
                        place),
                complete);
        assertEquals(List.of(), plain.details());
    }

    @Test
    void aDiagnosticDoesNotChangeWithTheListsItWasCreatedFrom() {
        List<String> lines = new ArrayList<>(List.of("one"));
        Diagnostic diagnostic = new Diagnostic(
                DiagnosticId.NOT_BOUND, Severity.ERROR, "headline", lines, lines, new Location.Unknown());
        lines.add("two");
        assertEquals(List.of("one"), diagnostic.details());
        assertEquals(List.of("one"), diagnostic.help());
    }
}
