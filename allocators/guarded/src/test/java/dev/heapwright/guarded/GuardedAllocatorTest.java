package dev.heapwright.guarded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.testing.ChildJvm;
import dev.heapwright.testing.JvmResult;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Programs that make a mistake with a guarded block. */
@DisabledOnOs(OS.WINDOWS)
class GuardedAllocatorTest {
    private static final Pattern NUMBER = Pattern.compile("0x[0-9a-f]+|\\d+");

    @TempDir
    Path folder;

    @Test
    void anOverrunEndsTheProgramAtTheInstruction() throws Exception {
        long block = run("overrun", "1");
        assertCrashed(block + 24, "overrun");
        String log = Files.readString(folder.resolve("guarded.log"));
        assertTrue(
                log.startsWith("block of 24 bytes from 0x%x to 0x%x, allocated by \"main\"\n  at "
                        .formatted(block, block + 24)),
                log.strip());
        assertShown("siginfo:", Files.readString(folder.resolve("crash.log")));
        assertShown("block of", log);
    }

    @Test
    void aUseAfterFreeEndsTheProgramAtTheInstruction() throws Exception {
        long block = run("use-after-free", "1");
        assertCrashed(block, "useAfterFree");
        String log = Files.readString(folder.resolve("guarded.log"));
        assertTrue(log.contains("block at 0x%x freed by \"main\"".formatted(block)), log.strip());
        assertTrue(log.contains("dev.heapwright.guarded.Mistake.useAfterFree(Mistake.java:"), log.strip());
    }

    @Test
    void aBlockThatIsNotGuardedIsAnOrdinaryOne() throws Exception {
        assertEquals(0, run("use-after-free", "2000000000"));
    }

    /** Returns the block; 0 if the program ended as if nothing was wrong. */
    private long run(String mistake, String every) throws Exception {
        JvmResult result = ChildJvm.with(
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:-CreateCoredumpOnCrash",
                        "-XX:ErrorFile=" + folder.resolve("crash.log"),
                        "-Dheapwright.guarded.every=" + every,
                        "-Dheapwright.guarded.log=" + folder.resolve("guarded.log"))
                .withClassPath(classPath())
                .run(Mistake.class, mistake);
        if (result.exitCode() == 0) {
            assertTrue(result.output().contains("nobody noticed"), result.output());
            return 0;
        }
        return Long.parseUnsignedLong(result.output().lines().findFirst().orElseThrow(), 16);
    }

    /** The tests themselves run as a part of the module. */
    private static List<Path> classPath() {
        return Stream.of(
                        "target/test-classes",
                        System.getProperty("java.class.path", ""),
                        System.getProperty("jdk.module.path", ""))
                .flatMap(path -> Stream.of(path.split(File.pathSeparator, -1)))
                .filter(entry -> !entry.isEmpty())
                .map(Path::of)
                .toList();
    }

    /** The guide shows lines of a log, with the numbers of another run. */
    private static void assertShown(String first, String log) throws IOException {
        String page = Files.readString(Path.of("..", "..", "docs", "catalogue.md"));
        int start = page.indexOf("\n" + first) + 1;
        assertNotEquals(0, start);
        page.substring(start, page.indexOf("\n```", start))
                .lines()
                .filter(line -> !line.equals("…"))
                .forEach(line -> {
                    String pattern = Stream.of(NUMBER.split(line, -1))
                            .map(Pattern::quote)
                            .collect(Collectors.joining("(?:" + NUMBER + ")", "(?s).*\n?", "\n.*"));
                    assertTrue(log.matches(pattern), () -> line + " is not in\n" + log.strip());
                });
    }

    private void assertCrashed(long at, String method) throws Exception {
        assertNotEquals(0, at);
        String crash = Files.readString(folder.resolve("crash.log"));
        assertTrue(crash.contains("si_addr: 0x%016x".formatted(at)), crash);
        assertTrue(crash.contains("dev.heapwright.guarded.Mistake." + method + "(J)V"), crash);
    }
}
