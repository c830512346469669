package dev.heapwright.maven.reactor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReactorLogTest {
    private static final String PADDING = "-".repeat(20);

    /** The format of Maven 3.6 and 3.9; Maven 4 only differs in the brackets of lines that programs write. */
    private static final String LOG = String.join(
            "\n",
            "[INFO] Scanning for projects...",
            "[INFO] " + PADDING + "< com.acme:good >" + PADDING,
            "[INFO] Building good 1.0                    [1/4]",
            "bound well",
            "[INFO] " + PADDING + "< com.acme:bad >" + PADDING,
            "[INFO] Building bad 1.0                     [2/4]",
            "[ERROR] refused, the first time",
            "[INFO] " + PADDING + "< com.acme:bad-as-well >" + PADDING,
            "[INFO] Building bad-as-well 1.0             [3/4]",
            "[INFO] " + PADDING + PADDING,
            "[INFO] Reactor Summary for all 1.0:",
            "[INFO] ",
            "[INFO] good ........................... SUCCESS [  1.5 s]",
            "[INFO] bad 2.0 ........................ FAILURE [01:02 min]",
            "[INFO] bad-as-well .................... FAILURE [  0.1 s]",
            "[INFO] a-name-so-long-that-there-is-no-room-for-dots-behind-it SUCCESS [  0.1 s]",
            "[INFO] after .......................... SKIPPED",
            "[INFO] BUILD FAILURE",
            "[ERROR] Failed to execute goal g:a:1:bind (default) on project bad: refused",
            "[ERROR]   in a second line",
            "[ERROR] -> [Help 1]",
            "[ERROR] Failed to execute goal g:a:1:check (default) on project bad-as-well: refused as well -> [Help 1]",
            "[ERROR] ",
            "[ERROR] To see the full stack trace of the errors, re-run Maven with the -e switch.",
            "");

    private final ReactorLog log = new ReactorLog(LOG);

    @Test
    void aModuleHasItsSection() {
        String good = log.log(List.of("com.acme:good"));
        assertTrue(good.contains("bound well"));
        assertTrue(good.endsWith("[INFO] BUILD SUCCESS\n"));
        assertFalse(good.contains("bad"));
    }

    @Test
    void theErrorsAtTheEndBelongToTheModuleTheyName() {
        String bad = log.log(List.of("com.acme:bad"));
        assertTrue(bad.contains("refused, the first time\n"));
        assertTrue(bad.endsWith("""
                        [INFO] BUILD FAILURE
                        [ERROR] Failed to execute goal g:a:1:bind (default) on project bad: refused
                        [ERROR]   in a second line
                        [ERROR] -> [Help 1]
                        """));
        String other = log.log(List.of("com.acme:bad-as-well"));
        assertTrue(other.endsWith("on project bad-as-well: refused as well -> [Help 1]\n"));
        assertFalse(other.contains("project bad:"));
    }

    @Test
    void aProjectOfSeveralModulesFailsIfOneOfThemDoes() {
        assertEquals("SUCCESS", log.outcome(List.of("com.acme:good")));
        assertEquals("FAILURE", log.outcome(List.of("com.acme:good", "com.acme:bad", "com.acme:after")));
        assertTrue(log.log(List.of("com.acme:good", "com.acme:bad")).contains("bound well"));
    }

    @Test
    void aLongNameMayLeaveNoRoomForDots() {
        assertEquals(
                "SUCCESS", log.outcome(List.of("com.acme:a-name-so-long-that-there-is-no-room-for-dots-behind-it")));
    }

    @Test
    void aSkippedModuleIsNoSuccess() {
        assertThrows(IllegalArgumentException.class, () -> log.outcome(List.of("com.acme:good", "com.acme:after")));
    }

    @Test
    void anUnknownModuleIsReported() {
        assertThrows(IllegalArgumentException.class, () -> log.outcome(List.of("com.acme:absent")));
        assertThrows(IllegalArgumentException.class, () -> log.log(List.of("com.example:good")));
    }

    @Test
    void theLogOfAModuleEndsWhereTheNextOneBegins() {
        assertEquals(
                List.of("good", "bad", "bad-as-well"), List.copyOf(log.modules().keySet()));
        assertTrue(log.modules().values().stream().noneMatch(each -> each.contains("Failed to execute goal")));
        assertEquals("SKIPPED", log.outcomes().get("after"));
    }

    @Test
    void twoModulesWithTheSameArtifactIdAreRefused() {
        String twice = LOG.replace("< com.acme:bad-as-well >", "< com.example:good >");
        assertThrows(IllegalArgumentException.class, () -> new ReactorLog(twice));
    }

    @Test
    void coloursAndLineEndsMakeNoDifference() {
        ReactorLog coloured = new ReactorLog(LOG.replace("[INFO]", "[\u001b[1;34mINFO\u001b[m]")
                .replace("SUCCESS", "\u001b[1;32mSUCCESS\u001b[m")
                .replace("\n", "\r\n"));
        assertEquals(log.log(List.of("com.acme:good")), coloured.log(List.of("com.acme:good")));
    }

    @Test
    void aLogThatStopsBeforeTheFirstModuleIsRefused() {
        assertThrows(
                IllegalArgumentException.class, () -> new ReactorLog("[ERROR] The build could not read 1 project\n"));
    }

    @Test
    void theModulesOfAProjectAreItsOwnAndThoseBelow(@TempDir Path folder) throws Exception {
        pom(
                folder,
                "<groupId>com.acme</groupId><artifactId>top</artifactId>"
                        + "<modules><module>one</module><module>two</module></modules>");
        pom(
                folder.resolve("one"),
                "<parent><groupId>com.acme</groupId><artifactId>top</artifactId></parent>"
                        + "<artifactId>one</artifactId><modules><module>below</module></modules>");
        pom(
                folder.resolve("one/below"),
                "<parent><groupId>com.acme</groupId><artifactId>one</artifactId></parent>"
                        + "<groupId>com.other</groupId><artifactId>below</artifactId>");
        pom(folder.resolve("two"), "<groupId>com.acme</groupId><artifactId>two</artifactId>");
        assertEquals(
                List.of("com.acme:top", "com.acme:one", "com.other:below", "com.acme:two"),
                ReactorLog.modulesOf(folder.toFile()));
    }

    private static void pom(Path folder, String content) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("pom.xml"),
                "<project xmlns=\"http://maven.apache.org/POM/4.0.0\">" + content + "</project>");
    }
}
