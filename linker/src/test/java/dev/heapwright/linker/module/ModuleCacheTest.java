package dev.heapwright.linker.module;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.heapwright.linker.build.BuildCache;
import dev.heapwright.linker.testing.ClassFolder;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModuleCacheTest {
    private final BuildCache cache = BuildCache.inMemory();

    @TempDir
    private Path temporary;

    @Test
    void aJarIsReadOnceInASession() throws IOException {
        Path jar = index().jar();
        Optional<ModuleDescriptor> first = ModuleCache.of(cache).read(jar);
        assertEquals(Optional.of("com.acme.index"), first.map(ModuleDescriptor::name));
        assertSame(first, ModuleCache.of(cache).read(jar));
        assertNotSame(first, ModuleCache.of(BuildCache.inMemory()).read(jar));
    }

    @Test
    void aJarThatHasChangedIsReadAgain() throws IOException {
        Path jar = index().jar();
        Optional<ModuleDescriptor> first = ModuleCache.of(cache).read(jar);
        Files.setLastModifiedTime(jar, FileTime.fromMillis(0));
        assertNotSame(first, ModuleCache.of(cache).read(jar));
    }

    @Test
    void aClassFolderIsReadEachTime() throws IOException {
        ClassFolder folder = index();
        assertEquals(
                Optional.of("com.acme.index"),
                ModuleCache.of(cache).read(folder.path()).map(ModuleDescriptor::name));
        folder.delete("module-info.class");
        assertEquals(Optional.empty(), ModuleCache.of(cache).read(folder.path()));
    }

    @Test
    void anUnreadableJarIsReportedEachTime() throws IOException {
        Path torn = Files.writeString(temporary.resolve("torn.jar"), "this is no jar");
        ModuleCache modules = ModuleCache.of(cache);
        assertThrows(IOException.class, () -> modules.read(torn));
        assertThrows(IOException.class, () -> modules.read(torn));
    }

    private ClassFolder index() {
        return new ClassFolder(temporary.resolve("index-1.2")).compile("module-info.java", "module com.acme.index {}");
    }
}
