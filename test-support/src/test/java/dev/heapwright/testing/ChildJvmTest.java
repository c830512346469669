package dev.heapwright.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ChildJvmTest {
    private final ChildJvm jvm = ChildJvm.with().withClassPath(List.of(Path.of("target", "test-classes")));

    @Test
    void outputAndErrorsAreSeparate() throws Exception {
        JvmResult result = jvm.run(Program.class, "print", "a word");
        assertEquals(0, result.exitCode());
        assertEquals("out: a word\n", result.output());
        assertEquals("err: a word\n", result.errors());
        assertEquals("out: a word\nerr: a word\n", result.succeeded().printed());
    }

    @Test
    void variablesAreSetAndRemoved() throws Exception {
        assertEquals(
                "here\n",
                jvm.withVariable("CHILD", "here")
                        .run(Program.class, "variable", "CHILD")
                        .output());
        assertEquals(
                "null\n",
                jvm.withoutVariable("PATH")
                        .run(Program.class, "variable", "PATH")
                        .output());
    }

    @Test
    void itHasOnlyC1UnlessTheFullJitIsRequested() throws Exception {
        assertEquals(ChildJvm.QUICK_START.toString() + "\n", options(jvm));
        assertEquals("[]\n", options(jvm.withFullJit()));
    }

    @Test
    void aFailureIsReportedWithItsExitCodeAndOutput() throws Exception {
        JvmResult result = jvm.run(Program.class, "exit", "3");
        assertEquals(3, result.exitCode());
        assertEquals(OptionalInt.empty(), result.signal());
        IllegalStateException failure = assertThrows(IllegalStateException.class, result::succeeded);
        assertTrue(failure.toString().contains("ended with 3\noutput:\nleaving\n"), failure.toString());
    }

    @Test
    void aSignalIsInTheExitCode() throws Exception {
        assumeTrue(File.separatorChar == '/', "there are no signals");
        RunningJvm running = jvm.start(Program.class, "hang");
        running.process().destroyForcibly();
        JvmResult result = running.result();
        assertEquals(137, result.exitCode());
        assertEquals(OptionalInt.of(9), result.signal());
    }

    @Test
    void aProgramThatHangsIsKilledAndItsOutputReported() throws Exception {
        RunningJvm running = jvm.start(Program.class, "hang");
        IllegalStateException failure =
                assertThrows(IllegalStateException.class, () -> running.result(Duration.ofSeconds(1)));
        assertTrue(failure.toString().contains(": killed after PT1S: "), failure.toString());
        assertFalse(running.process().isAlive());
    }

    private static String options(ChildJvm jvm) throws Exception {
        return jvm.run(Program.class, "options").output();
    }
}
