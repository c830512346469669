package dev.heapwright.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiagnosticRendererTest {
    @Test
    void aHeadlineAloneIsFollowedByTheCommandThatExplainsIt() {
        assertEquals(
                """
                [Heapwright/InternalError] the processor failed
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=InternalError""", DiagnosticRenderer.render(Diagnostic.error(DiagnosticId.INTERNAL_ERROR, "the processor failed")));
    }

    @Test
    void everyPartHasItsPlace() {
        Diagnostic diagnostic = Diagnostic.error(DiagnosticId.WRONG_SIGNATURE, "allocate takes an int")
                .withHelp("declare it so:\npublic static long allocate(long size, long align)")
                .withHelp("and compile again")
                .withDetail("required: long size")
                .withDetail("found:    int size")
                .at(new Location.Source("src/main/java/com/acme/Pool.java", 12, 31));
        assertEquals("""
                [Heapwright/WrongSignature] allocate takes an int
                    at src/main/java/com/acme/Pool.java:12:31
                    required: long size
                    found:    int size
                  help: declare it so:
                        public static long allocate(long size, long align)
                        and compile again
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=WrongSignature""", DiagnosticRenderer.render(diagnostic));
    }

    @Test
    void aFileIsALocationWithoutALine() {
        Diagnostic diagnostic = Diagnostic.warning(DiagnosticId.UNREADABLE_ARTIFACT, "io-2.1.jar is no jar")
                .at(new Location.File("lib/io-2.1.jar!/META-INF/MANIFEST.MF"));
        assertEquals("""
                [Heapwright/UnreadableArtifact] io-2.1.jar is no jar
                    at lib/io-2.1.jar!/META-INF/MANIFEST.MF
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=UnreadableArtifact""", DiagnosticRenderer.render(diagnostic));
    }

    @Test
    void namesInOtherScriptsAreUnchanged() {
        assertEquals(
                """
                [Heapwright/MissingFunction] com.acme.Größe, 内存.分配器 and 🦀 lack functions
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=MissingFunction""",
                DiagnosticRenderer.render(Diagnostic.error(
                        DiagnosticId.MISSING_FUNCTION, "com.acme.Größe, 内存.分配器 and 🦀 lack functions")));
    }

    /** Line breaks of all kinds, NUL, escape, a C1 control, zero width space, right-to-left override, a tag. */
    @ParameterizedTest
    @ValueSource(ints = {'\n', '\r', '\t', 0, 0x1B, 0x7F, 0x85, 0x9B, 0x200B, 0x202E, 0x2028, 0x2029, 0xFEFF, 0xE0041})
    void whatCouldForgeALineOrSteerATerminalBecomesAQuestionMarkEverywhere(int character) {
        String hostile = "a" + Character.toString(character) + "b";
        Diagnostic diagnostic = new Diagnostic(
                DiagnosticId.MARKER_MISMATCH,
                Severity.ERROR,
                "headline " + hostile,
                List.of("detail " + hostile),
                List.of("help " + hostile, "more help " + hostile),
                new Location.Source("source " + hostile, 1, 2));
        assertEquals("""
                [Heapwright/MarkerMismatch] headline a?b
                    at source a?b:1:2
                    detail a?b
                  help: help a?b
                        more help a?b
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=MarkerMismatch""", DiagnosticRenderer.render(diagnostic));
        assertEquals("[Heapwright/MarkerMismatch] headline a?b", DiagnosticRenderer.headline(diagnostic));
        assertEquals(
                """
                [Heapwright/NotBound] headline
                    at file a?b
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=NotBound""",
                DiagnosticRenderer.render(
                        Diagnostic.error(DiagnosticId.NOT_BOUND, "headline").at(new Location.File("file " + hostile))));
    }

    @Property
    void eachLineOfInputIsOneLineOfOutput(
            @ForAll("hostileText") String headline,
            @ForAll("hostileLines") List<String> details,
            @ForAll("hostileLines") List<String> help,
            @ForAll("files") String file) {
        String text = DiagnosticRenderer.render(new Diagnostic(
                DiagnosticId.MARKER_MISMATCH, Severity.ERROR, headline, details, help, new Location.File(file)));
        long breaks = text.chars().filter(each -> each == '\n').count();
        assertEquals(2 + details.size() + help.size(), breaks);
        assertTrue(text.replace("\n", "").codePoints().noneMatch(Character::isISOControl), text);
    }

    @Provide
    Arbitrary<String> hostileText() {
        return Arbitraries.strings()
                .withChars("ab\n\r\t\0\u001B[31m\u202E\u2028")
                .all()
                .ofMaxLength(12);
    }

    @Provide
    Arbitrary<String> files() {
        return hostileText().filter(each -> !each.isEmpty());
    }

    @Provide
    Arbitrary<List<String>> hostileLines() {
        return hostileText().list().ofMaxSize(4);
    }

    @Test
    void inAWholeTextNothingIsOmittedOrShortened() {
        String name = "com.acme.a_package_with_a_very_long_name.and_another_one_within_it.Pool";
        Diagnostic diagnostic = Diagnostic.error(DiagnosticId.LEAK, "headline");
        for (int i = 0; i < 30; i++) {
            diagnostic = diagnostic.withDetail("at " + name + " line " + i);
        }
        List<String> lines = DiagnosticRenderer.renderWhole(diagnostic).lines().toList();
        assertEquals(32, lines.size());
        assertEquals("    at " + name + " line 29", lines.get(30));
        assertEquals("  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=Leak", lines.get(31));
    }

    @Test
    void theCommandThatExplainsDependsOnTheBuildTool() {
        String text = DiagnosticRenderer.render(
                Diagnostic.error(DiagnosticId.LEAK, "headline"), TextStyle.PLAIN.withExplain("explain it: "));
        assertEquals("[Heapwright/Leak] headline\n  more: explain it: Leak", text);
    }
}
