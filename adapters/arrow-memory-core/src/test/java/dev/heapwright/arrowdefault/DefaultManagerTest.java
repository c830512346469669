package dev.heapwright.arrowdefault;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.testing.ChildJvm;
import dev.heapwright.testing.JvmResult;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.apache.arrow.memory.DefaultAllocationManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    /** As in a merged jar: Arrow takes the class only from a path with {@code memory-core} in it. The guide says what to do. */
    @Test
    void elsewhereArrowDoesNotTakeAnotherManagerWithoutAWord(@TempDir Path merged) throws Exception {
        Path own = Path.of(DefaultAllocationManagerFactory.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        String name = DefaultAllocationManagerFactory.class.getName().replace('.', '/') + ".class";
        Files.createDirectories(merged.resolve(name).getParent());
        Files.copy(own.resolve(name), merged.resolve(name));
        JvmResult run = run(CLASS_PATH.stream()
                .map(entry -> Path.of(entry).equals(own) ? merged.toString() : entry)
                .toList());
        assertNotEquals(0, run.exitCode());
        assertTrue(run.printed().contains("Unknown allocation manager type to infer"), run.printed());
    }

    private static void assertUsesTheHeap(List<String> classPath) throws Exception {
        String printed = run(classPath).succeeded().printed();
        assertTrue(printed.lines().anyMatch("64 of 64 bytes"::equals), printed);
    }

    private static JvmResult run(List<String> classPath) throws Exception {
        return ChildJvm.with(
                        "--add-opens=java.base/java.nio=ALL-UNNAMED",
                        "--class-path",
                        String.join(File.pathSeparator, classPath))
                .run(RootProgram.class);
    }
}
