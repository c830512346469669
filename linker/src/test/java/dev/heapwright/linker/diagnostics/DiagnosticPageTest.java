package dev.heapwright.linker.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.diagnostic.DiagnosticId;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiagnosticPageTest {
    @ParameterizedTest
    @EnumSource
    void thePageOfAnIdIsAboutThatId(DiagnosticId id) throws IOException {
        String page = DiagnosticPage.read(id);
        assertEquals("# " + id, page.lines().findFirst().orElseThrow());
    }

    @Test
    void pagesAreReadAsUtf8() throws IOException {
        String page = DiagnosticPage.read(DiagnosticId.TWO_ALLOCATORS);
        assertFalse(page.contains("\uFFFD") || page.contains("Ã") || page.contains("â"), page);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TwoAllocators", "twoallocators", "TWOALLOCATORS"})
    void aUserMayTypeAnIdInAnyCase(String id) throws DiagnosticException, IOException {
        assertEquals(DiagnosticPage.read(DiagnosticId.TWO_ALLOCATORS), DiagnosticPage.named(id));
    }

    @Test
    void anUnknownIdIsAnsweredWithTheNearestAndWithAll() {
        assertRefused("unknown diagnostic 'TwoAlocators'; did you mean TwoAllocators?", "TwoAlocators");
    }

    @Test
    void anIdThatIsLikeNoneIsAnsweredWithAll() {
        assertRefused("unknown diagnostic '../TwoAllocators/README'", "../TwoAllocators/README");
    }

    private static void assertRefused(String headline, String id) {
        DiagnosticException refused = assertThrows(DiagnosticException.class, () -> DiagnosticPage.named(id));
        assertEquals("""
                [Heapwright/InvalidConfiguration] %s
                  help: name one of %s
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=InvalidConfiguration""".formatted(headline, String.join(", ", DiagnosticPage.ids())), refused.getMessage());
    }

    @Test
    void idsAreInAlphabeticalOrder() {
        List<String> ids = DiagnosticPage.ids();
        assertEquals(
                List.of("AllocatorNeedsAllocator", "BlockMismatch", "BoundTwice", "BrokenPackage"), ids.subList(0, 4));
        assertEquals("WrongSignature", ids.get(ids.size() - 1));
        assertEquals(DiagnosticId.values().length, ids.size());
    }

    @Test
    void theListSaysInALineEachWhatAnIdMeans() throws IOException {
        assertEquals(
                """
                Heapwright's diagnostics:
                MissingFunction           an allocator is missing functions of the contract
                WrongSignature            a function of the contract is declared differently""", String.join("\n", DiagnosticPage.list().lines().limit(3).toList()));
    }

    @Test
    void theListHasEachIdOnceInTheOrderInWhichAUserMeetsThem() throws IOException {
        assertEquals(
                Arrays.stream(DiagnosticId.values()).map(DiagnosticId::toString).toList(),
                DiagnosticPage.list()
                        .lines()
                        .skip(1)
                        .map(line -> line.substring(0, line.indexOf(' ')))
                        .toList());
    }

    @Test
    void theListIsPlainText() throws IOException {
        String line = DiagnosticPage.list()
                .lines()
                .filter(each -> each.startsWith("ProcessNotLinked "))
                .findFirst()
                .orElseThrow();
        assertEquals(
                "ProcessNotLinked          the process has another malloc than its image is linked to, or the program was built to be"
                        + " started with",
                line);
    }
}
