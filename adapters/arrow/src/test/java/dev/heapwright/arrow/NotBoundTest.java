package dev.heapwright.arrow;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
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
        ProgramRun run =
                ProgramRun.with(List.of("--add-opens=java.base/java.nio=ALL-UNNAMED", "-classpath", classPath));
        assertNotEquals(0, run.exitCode());
        assertTrue(run.output().contains("[Heapwright/NotBound]"), run.output());
        assertTrue(run.output().contains("HeapAllocators.root("), run.output());
    }
}
