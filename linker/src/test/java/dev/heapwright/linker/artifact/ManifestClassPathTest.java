package dev.heapwright.linker.artifact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.linker.testing.ClassFolder;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is added is what a JVM adds. */
class ManifestClassPathTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    Path folder;

    @Test
    void manifestsAreFollowedFromJarToJarAndBack() throws Exception {
        Path app = jar("app", "pool.jar", "lib/io%20and%20more.jar", "none.jar");
        Path pool = jar("pool", "arena.jar", "app.jar");
        Path io = jar("lib/io and more", "../arena.jar", "./../pool.jar");
        Path arena = jar("arena");
        assertEquals(List.of(app, pool, io, arena), followed(app));
        assertEquals(List.of(pool, app, arena, io), followed(pool, app));
        assertEquals(List.of(app, arena, pool, io), followed(app, arena, pool, folder.resolve("lib/../app.jar")));
    }

    @Test
    void whatCannotBeOpenedIsNotAdded() throws Exception {
        String elsewhere = "//elsewhere" + jar("pool").toUri().getRawPath();
        Path app = jar("app", "a[b.jar", "none%zz.jar", "broken.jar", elsewhere);
        Files.writeString(folder.resolve("broken.jar"), "not a jar");
        assertEquals(List.of(app), followed(app));
    }

    /** {@code @} stands for the absolute path. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "pool+1.jar",
                "@",
                "./pool+1.jar",
                "x/../pool+1.jar",
                "po%6fl+1.jar",
                "pool+1.jar#x",
                "pool+1.jar?x",
                "pool%201.jar",
                "file:pool+1.jar",
                "File:x/../pool+1.jar",
                "file:@",
                "FILE://@",
                "file://localhost@",
                "//localhost@",
                "//@",
                "./file:pool+1.jar",
                "%66ile:pool+1.jar",
                "http:pool+1.jar",
                "https://localhost@",
                "jar:file:@!/",
            })
    void aUrlIsFollowedIfTheJvmDoes(String url) throws Exception {
        Path pool = new ClassFolder(folder.resolve("pool+1"))
                .write("found.txt", new byte[0])
                .jar();
        Path app = jar("app", url.replace("@", pool.toUri().getRawPath()));
        boolean isFound;
        try (URLClassLoader jvm = new URLClassLoader(new URL[] {app.toUri().toURL()}, null)) {
            isFound = jvm.getResource("found.txt") != null;
        }
        assertEquals(isFound ? List.of(app, pool) : List.of(app), followed(app));
    }

    @Test
    void aCopyOfWhatIsListedIsNotASecondOne() throws Exception {
        Path listed = jar("repository/pool");
        Path app = jar("app", "lib/pool.jar", "lib/other.jar");
        Files.createDirectories(folder.resolve("lib"));
        Files.copy(listed, folder.resolve("lib/pool.jar"));
        Path other = jar("lib/other", "elsewhere.jar");
        assertEquals(List.of(app, listed, other), followed(app, listed));
    }

    @Test
    void aClassFolderMayBeNamedAndNamesNothing() throws Exception {
        Path pool = jar("pool");
        Path classes =
                new ClassFolder(folder.resolve("classes")).naming("../pool.jar").path();
        Path app = jar("app", "classes/");
        assertEquals(List.of(app, classes), followed(app));
        assertEquals(List.of(classes, pool), followed(classes, pool));
    }

    private List<Path> followed(Path... classPath) throws Exception {
        return ManifestClassPath.followed(List.of(classPath)).stream()
                .map(Path::normalize)
                .toList();
    }

    private Path jar(String name, String... urls) throws Exception {
        return new ClassFolder(folder.resolve(name)).naming(urls).jar();
    }
}
