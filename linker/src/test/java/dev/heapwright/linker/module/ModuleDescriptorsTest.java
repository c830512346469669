package dev.heapwright.linker.module;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.annotations.Allocator;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.Location;
import dev.heapwright.heap.Binding;
import dev.heapwright.linker.testing.ClassFolder;
import dev.heapwright.memory.Memory;
import dev.heapwright.system.SystemAllocator;
import dev.heapwright.testing.Javac;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModuleDescriptorsTest {
    private static final String APP = """
            module com.acme.app {
                requires dev.heapwright.heap;
                provides dev.heapwright.heap.Binding with com.acme.Glue;
            }
            """;
    /** The minimum that the compiler needs. */
    private static final String GLUE = """
            package com.acme;

            public abstract class Glue extends dev.heapwright.heap.Binding {
                private Glue() { super("", "", ""); }
                public static Glue provider() { throw new IllegalStateException(); }
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void aClassFolderIsTheModuleThatItDeclares() throws IOException {
        assertEquals(
                Optional.of(new JavaModule(
                        "com.acme.app",
                        Set.of("dev.heapwright.heap", "java.base"),
                        Map.of("dev.heapwright.heap.Binding", Set.of("com.acme.Glue")),
                        new Location.File(
                                folder.resolve("app/module-info.class").toString()))),
                JavaModule.in(app().path()));
    }

    @Test
    void aJarIsTheModuleThatItDeclaresWhateverItsJava() throws IOException {
        ClassFolder app = app();
        byte[] declaration = app.read("module-info.class");
        for (int version : new int[] {53, 61, 69, 70, 200, 0xFFFF}) {
            byte[] bytes = declaration.clone();
            ByteBuffer.wrap(bytes).putShort(4, (short) 0xFFFF).putShort(6, (short) version);
            if (version <= 61) {
                ByteBuffer.wrap(bytes).putShort(4, (short) 0);
            }
            app.write("module-info.class", bytes);
            assertEquals(
                    Optional.of("com.acme.app"),
                    ModuleDescriptors.of(app.jar()).map(ModuleDescriptor::name),
                    "version " + version);
        }
    }

    @Test
    void inAMultiReleaseJarTheNewestDeclarationCounts() throws IOException {
        ClassFolder app = app();
        byte[] declaration = app.read("module-info.class");
        app.write("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nMulti-Release: true\n")
                .write("META-INF/versions/25/module-info.class", declaration)
                .delete("module-info.class");
        assertEquals(
                Optional.of("com.acme.app"), ModuleDescriptors.of(app.jar()).map(ModuleDescriptor::name));
    }

    @Test
    void aJarWithoutADeclarationIsAnAutomaticModuleByItsManifestOrFileName() throws IOException {
        ClassFolder plain = new ClassFolder(folder.resolve("my-pool-1.2")).write("com/acme/Pool.class", "");
        assertEquals(Optional.of("my.pool"), ModuleDescriptors.of(plain.jar()).map(ModuleDescriptor::name));
        assertEquals(Optional.empty(), JavaModule.in(plain.jar()));

        plain.write("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nAutomatic-Module-Name: com.acme.pool\n");
        assertEquals(
                Optional.of("com.acme.pool"), ModuleDescriptors.of(plain.jar()).map(ModuleDescriptor::name));
    }

    @Test
    void filesThatCannotBeModulesAreNot() throws IOException {
        assertEquals(Optional.empty(), ModuleDescriptors.of(folder.resolve("absent")));
        ClassFolder unnamed = new ClassFolder(folder.resolve("unnamed")).write("Main.class", "");
        assertEquals(Optional.empty(), ModuleDescriptors.of(unnamed.path()));
        assertEquals(Optional.empty(), ModuleDescriptors.of(unnamed.jar()));
        ClassFolder keyword = new ClassFolder(folder.resolve("new")).write("com/acme/Pool.class", "");
        assertEquals(Optional.empty(), ModuleDescriptors.of(keyword.jar()));
    }

    @Test
    void aMangledDeclarationIsIgnoredOrReadAsAnother() throws IOException {
        byte[] whole = app().read("module-info.class");
        for (int length = 0; length < whole.length; length++) {
            assertEquals(Optional.empty(), ModuleDescriptors.read(Arrays.copyOf(whole, length)), "of " + length);
        }
        for (int at = 0; at < whole.length; at++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] mangled = whole.clone();
                mangled[at] ^= (byte) (1 << bit);
                ModuleDescriptors.read(mangled)
                        .ifPresent(module -> assertTrue(module.toString().length() < 1000));
            }
        }
    }

    private ClassFolder app() {
        return new ClassFolder(folder.resolve("app"))
                .compileModule(
                        Map.of("module-info.java", APP, "com/acme/Glue.java", GLUE),
                        Javac.locationOf(Allocator.class),
                        Javac.locationOf(Binding.class),
                        Javac.locationOf(Memory.class),
                        Javac.locationOf(Diagnostic.class),
                        Javac.locationOf(SystemAllocator.class),
                        Javac.locationOf("META-INF/licenses/jemalloc.txt"));
    }
}
