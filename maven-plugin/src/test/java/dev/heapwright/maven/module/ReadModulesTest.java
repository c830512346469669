package dev.heapwright.maven.module;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.heapwright.maven.testing.ClassFolder;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.eclipse.aether.DefaultSessionData;
import org.eclipse.aether.SessionData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadModulesTest {
    private final SessionData session = new DefaultSessionData();

    @TempDir
    private Path temporary;

    @Test
    void aJarIsLookedAtOnceInASession() throws IOException {
        Path jar = index().jar();
        Optional<ModuleDescriptor> first = ReadModules.of(session).read(jar);
        assertEquals(Optional.of("com.acme.index"), first.map(ModuleDescriptor::name));
        assertSame(first, ReadModules.of(session).read(jar));
        assertNotSame(first, ReadModules.of(new DefaultSessionData()).read(jar));
    }

    @Test
    void aJarThatHasChangedIsLookedAtAgain() throws IOException {
        Path jar = index().jar();
        Optional<ModuleDescriptor> first = ReadModules.of(session).read(jar);
        Files.setLastModifiedTime(jar, FileTime.fromMillis(0));
        assertNotSame(first, ReadModules.of(session).read(jar));
    }

    @Test
    void aClassFolderIsLookedAtEachTime() throws IOException {
        ClassFolder folder = index();
        assertEquals(
                Optional.of("com.acme.index"),
                ReadModules.of(session).read(folder.path()).map(ModuleDescriptor::name));
        folder.delete("module-info.class");
        assertEquals(Optional.empty(), ReadModules.of(session).read(folder.path()));
    }

    @Test
    void whatCannotBeReadIsToldEachTime() throws IOException {
        Path torn = Files.writeString(temporary.resolve("torn.jar"), "this is no jar");
        ReadModules modules = ReadModules.of(session);
        assertThrows(IOException.class, () -> modules.read(torn));
        assertThrows(IOException.class, () -> modules.read(torn));
    }

    private ClassFolder index() {
        return new ClassFolder(temporary.resolve("index-1.2")).compile("module-info.java", "module com.acme.index {}");
    }
}
