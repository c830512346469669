package dev.heapwright.arrow;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.arrow.program.Program;
import dev.heapwright.testing.ChildJvm;
import dev.heapwright.testing.JvmResult;
import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class NotBoundTest {
    @Test
    void aRootAllocatorSaysThatNothingIsBound() throws IOException, InterruptedException {
        String classPath = Arrays.stream(Objects.requireNonNull(System.getProperty("java.class.path"))
                        .split(File.pathSeparator))
                .filter(each -> !each.contains("heapwright-test-binding"))
                .collect(Collectors.joining(File.pathSeparator));
        JvmResult run = ChildJvm.with("--add-opens=java.base/java.nio=ALL-UNNAMED", "-classpath", classPath)
                .run(Program.class);
        assertNotEquals(0, run.exitCode());
        assertTrue(run.printed().contains("[Heapwright/NotBound]"), run.printed());
        assertTrue(run.printed().contains("HeapAllocators.root("), run.printed());
    }
}
