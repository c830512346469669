package dev.heapwright.arrowdefault;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.testing.ChildJvm;
import java.io.File;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Each program runs in a JVM of its own, as Arrow looks for its default once. */
class DefaultManagerTest {
    private static final List<String> CLASS_PATH = Arrays.asList(
            Objects.requireNonNull(System.getProperty("java.class.path")).split(File.pathSeparator));

    @Test
    void anOrdinaryRootAllocatorUsesTheHeap() throws Exception {
        assertUsesTheHeap(CLASS_PATH);
    }

    /** Arrow's own manager is there, too, and comes first. */
    @Test
    void theOrderOfTheClassPathDoesNotMatter() throws Exception {
        assertTrue(CLASS_PATH.stream().anyMatch(each -> each.contains("arrow-memory-unsafe")));
        Collections.reverse(CLASS_PATH);
        assertUsesTheHeap(CLASS_PATH);
    }

    private static void assertUsesTheHeap(List<String> classPath) throws Exception {
        String printed = ChildJvm.with(
                        "--add-opens=java.base/java.nio=ALL-UNNAMED",
                        "--class-path",
                        String.join(File.pathSeparator, classPath))
                .run(RootProgram.class)
                .succeeded()
                .printed();
        assertTrue(printed.lines().anyMatch("64 of 64 bytes"::equals), printed);
    }
}
