package dev.heapwright.linker.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.heapwright.core.bytecode.MemoryPlace;
import dev.heapwright.linker.build.BuildCache;
import dev.heapwright.linker.testing.ClassFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtifactScannerTest {
    @TempDir
    private Path temporary;

    private ClassFolder folder;

    @BeforeEach
    void makeFolder() {
        folder = new ClassFolder(temporary.resolve("io"));
    }

    @Test
    void aJarAndItsFolderTakeTheSame() throws IOException {
        compile(folder, "Chunks");
        assertEquals(List.of("com.acme.Chunks.grow"), places(folder.path()));
        assertEquals(List.of("com.acme.Chunks.grow"), places(folder.jar()));
    }

    @Test
    void classFilesForNewerJvmsAreRead() throws IOException {
        ClassFolder newer = compile(new ClassFolder(temporary.resolve("newer")), "Segments");
        folder.write("META-INF/versions/22/com/acme/Segments.class", newer.read("com/acme/Segments.class"));
        assertEquals(List.of("com.acme.Segments.grow"), places(folder.jar()));
    }

    @Test
    void jarsInJarsAreRead() throws IOException {
        compile(folder, "Outer");
        ClassFolder middle = compile(new ClassFolder(temporary.resolve("middle")), "Middle");
        ClassFolder inner = compile(new ClassFolder(temporary.resolve("inner")), "Inner");
        middle.write("lib/inner.jar", Files.readAllBytes(inner.jar()));
        folder.write("BOOT-INF/lib/middle.jar", Files.readAllBytes(middle.jar()));
        assertEquals(
                List.of("com.acme.Inner.grow", "com.acme.Middle.grow", "com.acme.Outer.grow"), places(folder.jar()));
    }

    @Test
    void aLibraryTakesWhatItImports() throws IOException {
        folder.write("linux/x64/libzip.so", library("libzip.so"));
        ClassFolder outer = new ClassFolder(temporary.resolve("outer"));
        outer.write("lib/io.jar", Files.readAllBytes(folder.jar()));
        NativeLibrary zip = ArtifactScanner.scan(outer.jar()).libraries().get(0);
        assertEquals("lib/io.jar!/linux/x64/libzip.so", zip.path());
        assertTrue(zip.functions().contains("malloc"), zip::toString);
        assertFalse(zip.functions().contains("free"), zip::toString);
        assertTrue(zip.callsMalloc());
    }

    @Test
    void librariesForOtherSystemsAreCounted() throws IOException {
        folder.write("windows/io.dll", new byte[] {'M', 'Z', 0, 0});
        folder.write("windows/io.txt", "MZ is how a program begins");
        folder.write("macos/libio.dylib", new byte[] {(byte) 0xCF, (byte) 0xFA, (byte) 0xED, (byte) 0xFE});
        assertEquals(
                List.of("macos/libio.dylib", "windows/io.dll"),
                ArtifactScanner.scan(folder.jar()).otherLibraries());
    }

    @Test
    void whatCannotBeReadIsRecorded() throws IOException {
        folder.write("com/acme/Damaged.class", "no class file");
        byte[] whole = Files.readAllBytes(
                compile(new ClassFolder(temporary.resolve("whole")), "Chunks").jar());
        folder.write("lib/cut.jar", Arrays.copyOf(whole, 100));
        folder.write("lib/damaged.jar", new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0});
        folder.write("linux/arm/libio.so", new byte[] {0x7F, 'E', 'L', 'F', 1, 1, 1});
        byte[] damaged = header(2, 1);
        Arrays.fill(damaged, 32, 64, (byte) 0x7F);
        folder.write("linux/x64/libio.so", damaged);
        folder.write("linux/i386/libio.so", header(1, 1));
        folder.write("linux/s390x/libio.so", header(2, 2));
        assertEquals("""
                com/acme/Damaged.class: it is not a class file
                lib/cut.jar!/com/acme/Chunks.class: Unexpected end of ZLIB input stream
                lib/damaged.jar: it has no entries, or does not begin with one
                linux/arm/libio.so: it is not an ELF file
                linux/i386/libio.so: it is for a processor of 32 bits
                linux/s390x/libio.so: it is for a processor that is big-endian
                linux/x64/libio.so: it has program headers of another format
                """, unread(ArtifactScanner.scan(folder.jar())));
    }

    /** {@return an ELF file of which only the format can be told} */
    private static byte[] header(int bits, int byteOrder) {
        byte[] header = new byte[64];
        System.arraycopy(new byte[] {0x7F, 'E', 'L', 'F', (byte) bits, (byte) byteOrder, 1}, 0, header, 0, 7);
        return header;
    }

    @Test
    void aFileThatIsNoJarIsRecorded() throws IOException {
        Path file = Files.writeString(temporary.resolve("io.jar"), "no jar");
        assertEquals(": zip END header not found\n", unread(ArtifactScanner.scan(file)));
    }

    @Test
    void aFolderYetToComeTakesNothing() {
        ArtifactMemory none = ArtifactScanner.scan(temporary.resolve("none"));
        assertEquals(new ArtifactMemory(List.of(), List.of(), List.of(), List.of()), none);
    }

    @Test
    void jarsAreReadUpToADepth() throws IOException {
        byte[] jar = Files.readAllBytes(compile(folder, "Inner").jar());
        for (int i = 0; i <= ArtifactScanner.DEEPEST; i++) {
            jar = Files.readAllBytes(new ClassFolder(temporary.resolve("around" + i))
                    .write("in.jar", jar)
                    .jar());
        }
        Path outermost = Files.write(temporary.resolve("outermost.jar"), jar);
        assertEquals(
                "in.jar!/in.jar!/in.jar!/in.jar!/in.jar: it is in more than 4 other archives\n",
                unread(ArtifactScanner.scan(outermost)));
    }

    @Test
    void nothingIsReadBeyondALimitNotEvenToSkipIt() throws IOException {
        folder.write("a.txt", new byte[1 << 20]);
        compile(folder, "Chunks");
        ClassFolder outer = new ClassFolder(temporary.resolve("outer"));
        outer.write("lib/io.jar", Files.readAllBytes(folder.jar()));
        ArtifactMemory memory = new ArtifactScanner(new ReadLimit(1 << 19)).read(outer.jar());
        assertEquals(": it is larger than the limit for reading an artifact\n", unread(memory));
        assertEquals(1, memory.places().size());
    }

    @Test
    void aJarIsReadOnceInABuildUnlessItChanges() throws IOException {
        ArtifactMemoryCache cache = ArtifactMemoryCache.of(BuildCache.inMemory());
        Path jar = compile(folder, "Chunks").jar();
        ArtifactMemory first = cache.read(jar);
        assertSame(first, cache.read(jar));
        compile(folder, "Pool").jar();
        Files.setLastModifiedTime(jar, FileTime.fromMillis(1));
        assertEquals(2, cache.read(jar).places().size());
        compile(folder, "Ring");
        assertEquals(3, cache.read(folder.path()).places().size());
    }

    /** Adds a class that takes memory in one place. */
    static ClassFolder compile(ClassFolder folder, String name) {
        return folder.compile(Map.of("com/acme/" + name + ".java", """
                package com.acme;

                class %s {
                    static java.nio.ByteBuffer grow() {
                        return java.nio.ByteBuffer.allocateDirect(1);
                    }
                }
                """.formatted(name)));
    }

    /** {@return a library of the JDK that runs this test} */
    static byte[] library(String name) throws IOException {
        assumeTrue(System.getProperty("os.name").equals("Linux"));
        return Files.readAllBytes(Path.of(System.getProperty("java.home"), "lib", name));
    }

    private static List<String> places(Path artifact) {
        ArtifactMemory memory = ArtifactScanner.scan(artifact);
        assertEquals("", unread(memory));
        return memory.places().stream().map(MemoryPlace::name).toList();
    }

    private static String unread(ArtifactMemory memory) {
        StringBuilder text = new StringBuilder();
        memory.unread()
                .forEach(each -> text.append(each.path())
                        .append(": ")
                        .append(each.reason())
                        .append('\n'));
        return text.toString();
    }
}
