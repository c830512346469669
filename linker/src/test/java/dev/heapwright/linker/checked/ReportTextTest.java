package dev.heapwright.linker.checked;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticId;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportTextTest {
    @Test
    void eachDiagnosticIsReadAsItWasWritten() throws IOException {
        assertEquals(
                List.of(
                        Diagnostic.error(
                                        DiagnosticId.USE_AFTER_FREE,
                                        "a write to a block of 64 bytes after it was freed")
                                .withDetail("the byte at offset 0 was set to 0x2a; found at exit")
                                .withDetail("the block: 64 bytes aligned to 8 at 0x10, allocated")
                                .withDetail("  at com.acme.Main.main(Main.java:11)")
                                .withHelp("look for code that kept the block's address"),
                        Diagnostic.error(DiagnosticId.LEAK, "1 block (64 bytes) not freed when the program ended")
                                .withDetail("1 block (64 bytes), allocated")
                                .withDetail("  at com.acme.Main.main(Main.java:14)")
                                .withHelp("give each back when it is no longer used")),
                ReportText.parse("""
                        [Heapwright/UseAfterFree] a write to a block of 64 bytes after it was freed
                            the byte at offset 0 was set to 0x2a; found at exit
                            the block: 64 bytes aligned to 8 at 0x10, allocated
                              at com.acme.Main.main(Main.java:11)
                          help: look for code that kept the block's address
                          more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=UseAfterFree
                        [Heapwright/Leak] 1 block (64 bytes) not freed when the program ended
                            1 block (64 bytes), allocated
                              at com.acme.Main.main(Main.java:14)
                          help: give each back when it is no longer used
                          more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=Leak
                        """));
    }

    @Test
    void theFramesNearestToTheHeapAreKeptOfEachStack() throws IOException {
        String frames = "      at com.acme.Main.load(Main.java:8)\n".repeat(7);
        List<Diagnostic> problems =
                ReportText.parse("[Heapwright/Leak] 2 blocks (80 bytes) not freed when the program ended\n"
                        + "    1 block (64 bytes), allocated\n" + frames
                        + "    1 block (16 bytes), allocated\n" + frames);
        assertEquals(1, problems.size());
        String kept = "  at com.acme.Main.load(Main.java:8)\n".repeat(5);
        assertEquals(
                ("1 block (64 bytes), allocated\n" + kept + "1 block (16 bytes), allocated\n" + kept)
                        .lines()
                        .toList(),
                problems.get(0).details());
    }

    @Test
    void theLastDiagnosticSaysHowManyMoreThereAre() throws IOException {
        assertEquals(
                List.of(Diagnostic.error(DiagnosticId.OVERRUN, "a write past the end of a block of 8 bytes")
                        .withDetail("... and 3 more like that")),
                ReportText.parse("""
                        [Heapwright/Overrun] a write past the end of a block of 8 bytes
                        ... and 3 more like that
                        """));
    }

    @Test
    void anEmptyTextHasNoDiagnostics() throws IOException {
        assertEquals(List.of(), ReportText.parse(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello\n", "[Heapwright/NoSuchId] hello\n", "\n[Heapwright/Leak] 1 block\n"})
    void anythingElseIsNoReport(String text) {
        IOException e = assertThrows(IOException.class, () -> ReportText.parse(text));
        assertEquals("not a report of checked glue: " + text.lines().findFirst().orElseThrow(), e.getMessage());
    }
}
