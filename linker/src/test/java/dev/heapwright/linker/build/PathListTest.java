package dev.heapwright.linker.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PathListTest {
    @TempDir
    private Path folder;

    @Test
    void pathsAreReadInTheirOrder() throws Exception {
        assertEquals(
                List.of(Path.of("classes"), Path.of("a.jar")),
                PathList.parse("classes" + File.pathSeparator + File.pathSeparator + "a.jar"));
        assertEquals(List.of(), PathList.parse(""));
    }

    @Test
    void anAsteriskStandsForTheJarsOfAFolder() throws Exception {
        for (String name : List.of("b.jar", "a.JAR", "readme.txt", "no.Jar")) {
            Files.writeString(folder.resolve(name), "");
        }
        assertEquals(
                List.of(folder.resolve("a.JAR"), folder.resolve("b.jar"), Path.of("c.jar")),
                PathList.parse(folder.resolve("*") + File.pathSeparator + "c.jar"));
        assertThrows(
                NoSuchFileException.class,
                () -> PathList.parse(folder.resolve("absent/*").toString()));
    }
}
