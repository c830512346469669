package dev.heapwright.linker.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.heapwright.diagnostic.DiagnosticException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageLayoutTest {
    @TempDir
    private Path temporary;

    private Path image;

    @BeforeEach
    void aRealPath() throws IOException {
        image = temporary.toRealPath();
    }

    @Test
    void aRuntimeHasProgramsAndScripts() throws Exception {
        elf("bin/java");
        elf("bin/keytool");
        write("bin/app", "#!/bin/sh\n");
        write("lib/modules", "");
        elf("lib/libsyslookup.so");
        assertEquals(
                new ImageLayout(
                        image,
                        List.of(image.resolve("bin/java"), image.resolve("bin/keytool")),
                        Optional.of(image.resolve("lib/libsyslookup.so"))),
                ImageLayout.of(image));
    }

    @Test
    void anApplicationHasLaunchersAndARuntime() throws Exception {
        elf("bin/app");
        write("lib/libapplauncher.so", "");
        write("lib/runtime/lib/modules", "");
        elf("lib/runtime/bin/java");
        assertEquals(
                new ImageLayout(
                        image,
                        List.of(image.resolve("bin/app"), image.resolve("lib/runtime/bin/java")),
                        Optional.empty()),
                ImageLayout.of(image));
    }

    @Test
    void aProgramElsewhereIsNotPartOfTheImage() throws Exception {
        elf("bin/java");
        write("lib/modules", "");
        elf("elsewhere");
        Files.createSymbolicLink(image.resolve("bin/keytool"), image.resolve("elsewhere"));
        assertEquals(List.of(image.resolve("bin/java")), ImageLayout.of(image).programs());
    }

    @Test
    void whatIsNoImageForLinuxIsRefused() throws Exception {
        assertRefused("it does not exist", "nothing");
        write("unknown/bin/java", "");
        assertRefused("it was made by neither jlink nor jpackage, or in a way that is not known here", "unknown");
        write("windows/bin/java.exe", "");
        assertRefused("it is for Windows", "windows");
        write("macos/lib/libjli.dylib", "");
        assertRefused("it is for macOS", "macos");
        write("app/Contents/Info.plist", "");
        assertRefused("it is for macOS", "app");
    }

    @Test
    void aJdkIsRefused() throws Exception {
        elf("jdk/bin/java");
        write("jdk/lib/modules", "");
        write("jdk/jmods/java.base.jmod", "");
        assertRefused("it is a JDK, which other programs use", "jdk");
        assertRefused("it is a JDK, which other programs use", System.getProperty("java.home"));
    }

    private void elf(String path) throws IOException {
        write(path, "\u007FELF");
    }

    private void write(String path, String content) throws IOException {
        Path file = image.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content, StandardCharsets.ISO_8859_1);
    }

    private void assertRefused(String reason, String folder) {
        DiagnosticException refused =
                assertThrows(DiagnosticException.class, () -> ImageLayout.of(image.resolve(folder)));
        assertEquals(
                "the image cannot be linked to an allocator: " + reason,
                refused.diagnostics().get(0).headline());
    }
}
