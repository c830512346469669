package dev.heapwright.natives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.testing.ChildJvm;
import java.nio.file.Files;
import java.nio.file.Path;
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
        jar("-XX:AOTCacheOutput=app.aot", name);
        assertTrue(Files.exists(folder.resolve("app.aot")));

        String printed = jar("-XX:AOTCache=app.aot", name);
        assertEquals(
                2, printed.lines().filter(line -> line.startsWith("allocated ")).count());
        assertTrue(printed.lines().anyMatch(line -> line.contains(name + " source: shared objects file")), printed);
    }

    private String jar(String option, String allocator) throws Exception {
        return ChildJvm.with(option, "-Xlog:class+load", "-jar")
                .inFolder(folder)
                .run("app.jar", allocator)
                .succeeded()
                .printed();
    }
}
