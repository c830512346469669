package dev.heapwright.linker.artifact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.linker.testing.ClassFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    void whatTheJvmIgnoresIsNotAdded() throws Exception {
        Path pool = jar("pool");
        Path app = jar("app", pool.toUri().toString(), "https://repo.acme.com/pool.jar", "a[b.jar", "broken.jar");
        Files.writeString(folder.resolve("broken.jar"), "not a jar");
        assertEquals(List.of(app), followed(app));
        Path byPath = jar("by-path", pool.toUri().getRawPath());
        assertEquals(List.of(byPath, pool), followed(byPath));
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
