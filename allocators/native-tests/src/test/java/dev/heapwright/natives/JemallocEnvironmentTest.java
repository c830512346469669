package dev.heapwright.natives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.heapwright.memory.NativeLibrary;
import dev.heapwright.testing.ChildJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The options that jemalloc is loaded with, as it reports them itself. */
class JemallocEnvironmentTest {
    @TempDir
    private Path directory;

    private ChildJvm jvm = ChildJvm.with();

    @BeforeEach
    void aProgramOnThreeProcessors() {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/env")), "there is no program that prints its environment");
        // Without the variable that some of the tests are about, in case it was set when they were started.
        jvm = ChildJvm.with(
                        "--enable-native-access=ALL-UNNAMED",
                        "-D" + NativeLibrary.DIRECTORY_PROPERTY + "=" + directory.resolve("natives"),
                        "-XX:ActiveProcessorCount=3",
                        "--class-path",
                        ClassPath.ofTheTests().toString())
                .withoutVariable("JE_MALLOC_CONF");
    }

    @Test
    void arenasFollowTheProcessorsOfTheJvmAndMemoryIsReleasedInTheBackground() throws Exception {
        assertEquals(List.of("narenas 12", "background_thread 1"), optionsAndVariable(jvm));
        assertEquals(
                List.of("narenas 1", "background_thread 1"), optionsAndVariable(jvm.and("-XX:ActiveProcessorCount=1")));
    }

    @Test
    void onlyOptionsThatTheUserHasSetApply() throws Exception {
        assertEquals(
                List.of("narenas 7", "background_thread 0", "JE_MALLOC_CONF=narenas:7"),
                optionsAndVariable(jvm.withVariable("JE_MALLOC_CONF", "narenas:7")));
    }

    /** A program that is started afterwards would inherit the variable from here. */
    private static List<String> optionsAndVariable(ChildJvm jvm) throws Exception {
        return jvm.run(PrintJemallocOptions.class)
                .succeeded()
                .printed()
                .lines()
                .filter(line -> line.matches("narenas.*|background_thread.*|JE_MALLOC_CONF=.*"))
                .toList();
    }
}
