package dev.heapwright.front;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.testing.ChildJvm;
import dev.heapwright.testing.JvmResult;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openjdk.jcstress.Main;
import org.openjdk.jcstress.annotations.JCStressTest;

/**
 * Runs the tests of races here by <a href="https://github.com/openjdk/jcstress">jcstress</a>, for seconds; with
 * {@code -Dthorough} for longer and with each of the JIT's compilers.
 */
class RacesTest {
    private static final boolean THOROUGH = System.getProperty("thorough") != null;

    private static final List<Class<?>> RACES = List.of(DepotRaces.class, SharedRaces.class, FrontRaces.class);

    @Test
    void onlyThePlantedRaceIsSeen() throws Exception {
        JvmResult result = run();
        String output = result.output();
        assertTrue(output.contains("Failed tests: 1 matching test results."), result::toString);
        assertTrue(output.contains("[FAILED] dev.heapwright.front.PlantedRaces.SameBlocks"), result::toString);
        assertTrue(output.contains("Error tests: No matches."), result::toString);
        long others = RACES.stream()
                .flatMap(races -> Arrays.stream(races.getDeclaredClasses()))
                .filter(race -> race.isAnnotationPresent(JCStressTest.class))
                .count();
        if (!THOROUGH) {
            assertTrue(output.contains("All remaining tests: " + others + " matching"), result::toString);
        }
    }

    private static JvmResult run() throws IOException, InterruptedException {
        Path folder = Files.createDirectories(Path.of("target", "jcstress").toAbsolutePath());
        List<Path> classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath())
                .toList();
        List<String> effort = THOROUGH
                ? List.of("-m", "default")
                : List.of("-f", "1", "-iters", "1", "-time", "300", "-sc", "false", "-jvmArgs", "-XX:+UseSerialGC");
        List<String> arguments =
                Stream.concat(effort.stream(), Stream.of("-r", "reports")).toList();
        return ChildJvm.with()
                .withFullJit()
                .withClassPath(classPath)
                .inFolder(folder)
                .run(Main.class, arguments.toArray(String[]::new));
    }
}
