package dev.heapwright.linker.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heapwright.linker.testing.ClassFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files of a jar the audit reads in full: those that may take native memory, and as few others as possible. */
class SuspectFilesTest {
    /** Constants that take much less space in the jar than in the class file, in which one of them fits into 64 KiB. */
    private static final String LONG = "a".repeat(60_000);

    @TempDir
    private Path temporary;

    private ClassFolder folder;

    @BeforeEach
    void aClassThatTakesNone() {
        folder = new ClassFolder(temporary.resolve("io")).compile(Map.of("com/acme/Plain.java", """
                package com.acme;

                class Plain {}
                """));
    }

    @Test
    void aClassThatNamesMemoryIsReadAndNoOther() throws IOException {
        ArtifactScannerTest.compile(folder, "Chunks");
        assertEquals(Optional.of(List.of("com/acme/Chunks.class")), SuspectFiles.in(folder.jar()));
    }

    @Test
    void librariesAndArchivesAreReadButNoOtherResources() throws IOException {
        folder.write("a.so", new byte[] {0x7F, 'E', 'L', 'F'});
        folder.write("b.dll", new byte[] {'M', 'Z', 0, 0});
        folder.write("c.jar", new byte[] {'P', 'K', 3, 4});
        folder.write("d.txt", "text");
        folder.write("e.txt", "");
        folder.write("f.so", new byte[] {0x7F, 'E', 'L'});
        assertEquals(Optional.of(List.of("c.jar", "b.dll", "a.so")), SuspectFiles.in(folder.jar()));
    }

    @Test
    void constantsThatAreCompressedWellAreReadToTheirEnd() throws IOException {
        folder.compile(Map.of(
                "com/acme/None.java", withConstants("None", "", LONG),
                "com/acme/Takes.java", withConstants("Takes", "java.nio.ByteBuffer.allocateDirect(1);", LONG)));
        assertEquals(Optional.of(List.of("com/acme/Takes.class")), SuspectFiles.in(folder.jar()));
    }

    @Test
    void aClassWithMoreConstantsThanAreLookedAtIsReadInFull() throws IOException {
        folder.compile(Map.of("com/acme/Huge.java", withConstants("Huge", "", LONG, LONG + "b")));
        assertEquals(Optional.of(List.of("com/acme/Huge.class")), SuspectFiles.in(folder.jar()));
    }

    @Test
    void whatIsDamagedIsReadInFullSoThatItIsReported() throws IOException {
        Path jar = folder.jar();
        byte[] bytes = Files.readAllBytes(jar);
        // A block of a type that does not exist, in the only file, behind its header and its name.
        bytes[30 + "com/acme/Plain.class".getBytes(StandardCharsets.UTF_8).length] = 7;
        Files.write(jar, bytes);
        assertEquals(Optional.of(List.of("com/acme/Plain.class")), SuspectFiles.in(jar));
        assertEquals(
                List.of(new ArtifactMemory.Unread("com/acme/Plain.class", "invalid block type")),
                ArtifactScanner.scan(jar).unread());
    }

    @Test
    void ofAFolderOrAFileThatIsNoJarItIsUnknown() throws IOException {
        assertEquals(Optional.empty(), SuspectFiles.in(folder.path()));
        assertEquals(Optional.empty(), SuspectFiles.in(Files.writeString(temporary.resolve("text"), "no jar")));
    }

    private static String withConstants(String name, String statement, String... texts) {
        StringBuilder fields = new StringBuilder();
        for (int i = 0; i < texts.length; i++) {
            fields.append("static final String TEXT_%d = \"%s\";\n".formatted(i, texts[i]));
        }
        return """
                package com.acme;

                class %s {
                    %s
                    void run() {
                        %s
                    }
                }
                """.formatted(name, fields, statement);
    }
}
