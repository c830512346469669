package dev.heapwright.natives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.testing.ChildJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The commands of the guide's page on starting faster. */
@EnabledForJreRange(min = JRE.JAVA_25)
class AotCacheTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void aProgramInAJar() throws Exception {
        MergedJar.of(ClassPath.ofTheTests(), Allocate.class, folder.resolve("app.jar"));
    }

    @ParameterizedTest
    @EnumSource
    void aCacheHasTheClassesOfTheAllocator(NativeAllocator allocator) throws Exception {
        String name = allocator.type().getName();
        run("java -XX:AOTCacheOutput=app.aot -jar app.jar", name);
        assertTrue(Files.exists(folder.resolve("app.aot")));

        String printed = run("java -XX:AOTCache=app.aot -jar app.jar", name);
        assertEquals(
                2, printed.lines().filter(line -> line.startsWith("allocated ")).count());
        assertTrue(printed.lines().anyMatch(line -> line.contains(name + " source: shared objects file")), printed);
    }

    private String run(String command, String allocator) throws Exception {
        List<String> words = List.of(command.split(" ", -1));
        return ChildJvm.with("-Xlog:class+load", words.get(1), words.get(2))
                .inFolder(folder)
                .run(words.get(3), allocator)
                .succeeded()
                .printed();
    }
}
