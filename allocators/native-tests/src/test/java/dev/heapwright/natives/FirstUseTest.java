package dev.heapwright.natives;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.heap.Binding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A first use that fails for a temporary reason succeeds later. */
class FirstUseTest {
    @TempDir
    private static Path folder;

    @BeforeAll
    static void aProgramInOneJar() throws Exception {
        ShellCommand.assume("ulimit -n 64");
        // It stays open while the program runs, so that loading its classes takes no file handle.
        MergedJar.of(
                new ClassPath(List.of(glue())).before(ClassPath.ofTheTests()),
                ScarceProgram.class,
                folder.resolve("app.jar"));
    }

    /** Only for this program: others in these tests have their own glue. */
    private static Path glue() throws IOException {
        Path services = Files.createDirectories(folder.resolve("glue/META-INF/services"));
        Files.writeString(services.resolve(Binding.class.getName()), JemallocBinding.class.getName());
        return folder.resolve("glue");
    }

    /** After 100 blocks another function frees them; after more calls than these, the JDK customizes a handle by itself. */
    @ParameterizedTest
    @ValueSource(strings = {"free-20", "free-110"})
    void freeingTheFirstBlocksTakesNoJavaHeap(String what) throws Exception {
        assertEquals("allocated\n", run("unused", what, "-Dheapwright.front=off"));
    }

    /** The others need so much stack to load their classes that there is then enough to initialise them. */
    @ParameterizedTest
    @ValueSource(strings = {"heap", "jemalloc", "mimalloc"})
    void aStackThatWasUsedUp(String what) throws Exception {
        assertEquals("allocated\n", run("stack", what));
    }

    @ParameterizedTest
    @ValueSource(strings = {"heap", "jemalloc", "mimalloc", "system"})
    void aJavaHeapThatWasFull(String what) throws Exception {
        assertEquals("allocated\n", run("java-heap", what));
    }

    /** It is no first use, but it is the same program. */
    @Test
    void freeingABlockTakesNoJavaHeap() throws Exception {
        assertEquals("allocated\n", run("used", "free"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"heap", "jemalloc", "mimalloc", "system"})
    void fileHandlesThatWereAllInUse(String what) throws Exception {
        Path modules = Path.of(System.getProperty("java.home"), "lib", "modules");
        assertEquals("""
                [Heapwright/NativeUnavailable] this program has no file handles left
                    java.io.FileNotFoundException: %s (Too many open files)
                  help: close unused files, or raise the limit (ulimit -n); the next call tries again
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=NativeUnavailable
                allocated
                """.formatted(modules), run("handles", what));
    }

    private static String run(String scarce, String what, String... options) throws Exception {
        return ShellCommand.output("cd '" + folder + "' && ulimit -n 64 && exec " + ShellCommand.JAVA
                + "-Xmx24m -XX:+UseSerialGC -Djava.io.tmpdir=. " + String.join(" ", options) + " -jar app.jar "
                + scarce + " " + what);
    }
}
