package dev.heapwright.linker.glue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.heapwright.core.link.Decision;
import dev.heapwright.core.name.ClassName;
import dev.heapwright.core.name.Coordinates;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GlueFoldersTest {
    private static final String SOURCES = "generated-sources/heapwright/";
    private static final String RESOURCES = "generated-resources/heapwright/";
    private static final String CLASS = "com/acme/app/heapwright/HeapwrightBinding";
    private static final String MARKER = "META-INF/heapwright/binding/com.acme.Pool";
    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

    @TempDir
    private Path build;

    private GlueFolders folders = folders(Path.of("replaced"));

    @BeforeEach
    void useTheBuildFolder() {
        folders = folders(build);
    }

    @Test
    void theFoldersContainExactlyTheFilesOfTheGlue() throws IOException {
        Glue glue = glue("app", "com.acme.Pool");
        folders.write(glue);
        assertEquals(contents(glue), contents(build));
    }

    @Test
    void generatedFilesAreAsReadableAsCompiledOnes() throws IOException {
        assumeTrue(
                build.getFileSystem().supportedFileAttributeViews().contains("posix"),
                "there are no permissions to look at");
        Path plain = Files.createFile(build.resolve("plain"));
        folders.write(glue("app", "com.acme.Pool"));
        for (Path file : files(build)) {
            assertEquals(Files.getPosixFilePermissions(plain), Files.getPosixFilePermissions(file), file.toString());
        }
    }

    @Test
    void theSameGlueAgainTouchesNothing() throws IOException {
        folders.write(glue("app", "com.acme.Pool"));
        for (Path file : files(build)) {
            Files.setLastModifiedTime(file, LONG_AGO);
        }
        folders.write(glue("app", "com.acme.Pool"));
        for (Path file : files(build)) {
            assertEquals(LONG_AGO, Files.getLastModifiedTime(file), file.toString());
        }
    }

    @Test
    void otherGlueReplacesAllFiles() throws IOException {
        folders.write(glue("app", "com.acme.Pool"));
        Glue otherAllocator = glue("app", "com.acme.Slabs");
        folders.write(otherAllocator);
        assertEquals(contents(otherAllocator), contents(build));
        Glue otherName = glue("renamed", "com.acme.Slabs");
        folders.write(otherName);
        assertEquals(contents(otherName), contents(build));
    }

    @Test
    void aFileThatWasChangedIsRestored() throws IOException {
        Glue glue = glue("app", "com.acme.Pool");
        folders.write(glue);
        Files.writeString(build.resolve(SOURCES + CLASS + ".java"), "half a cl");
        Files.writeString(build.resolve(SOURCES + "Stray.java"), "class Stray {}");
        folders.write(glue);
        assertEquals(contents(glue), contents(build));
    }

    @Test
    void noGlueLeavesNoFile() throws IOException {
        folders.write(glue("app", "com.acme.Pool"));
        folders.write(Glue.NONE);
        assertEquals(Map.of(), contents(build));
    }

    @Test
    void noGlueInAFreshBuildCreatesNoFolder() throws IOException {
        folders.write(Glue.NONE);
        try (Stream<Path> made = Files.list(build)) {
            assertEquals(0, made.count());
        }
    }

    @Test
    void withoutTheClassNothingIsRegistered() throws IOException {
        Files.createDirectories(build.resolve(SOURCES + CLASS + ".java/in-the-way"));
        assertThrows(IOException.class, () -> folders.write(glue("app", "com.acme.Pool")));
        assertEquals(Map.of(), contents(build));
    }

    @Test
    void ifTheNewClassCannotBeWrittenTheEarlierIsNoLongerRegistered() throws IOException {
        folders.write(glue("app", "com.acme.Pool"));
        Files.createDirectories(build.resolve(SOURCES + CLASS.replace("app", "renamed") + ".java/in-the-way"));
        assertThrows(IOException.class, () -> folders.write(glue("renamed", "com.acme.Pool")));
        assertEquals(Map.of(), contents(build));
    }

    @ParameterizedTest
    @ValueSource(strings = {MARKER, Glue.SERVICE_FILE})
    void aFailureLeavesWholeFilesOnlyAndNoTemporaryOne(String blocked) throws IOException {
        Files.createDirectories(build.resolve(RESOURCES + blocked + "/in-the-way"));
        Glue glue = glue("app", "com.acme.Pool");
        assertThrows(IOException.class, () -> folders.write(glue));
        Map<String, String> whole = contents(glue);
        Map<String, String> found = contents(build);
        found.forEach((file, content) -> assertEquals(whole.get(file), content, file));
        assertEquals(whole.get(SOURCES + CLASS + ".java"), found.get(SOURCES + CLASS + ".java"));
        assertEquals(false, found.containsKey(RESOURCES + Glue.SERVICE_FILE));
    }

    @Test
    void theClassFolderKeepsFilesOfTheCurrentGlue() throws IOException {
        Glue glue = glue("app", "com.acme.Pool");
        Map<String, String> built = classes(glue);
        folders.cleanOutput(build, glue);
        assertEquals(built, contents(build));
    }

    @Test
    void filesOfEarlierGlueAreDeletedFromTheClassFolder() throws IOException {
        classes(glue("app", "com.acme.Pool"));
        Files.writeString(build.resolve("com/acme/Main.class"), "the user's");
        folders.cleanOutput(build, Glue.NONE);
        assertEquals(Map.of("com/acme/Main.class", "the user's"), contents(build));
    }

    @Test
    void theClassFolderOfALibraryThatBecomesAProgramLosesItsMarker() throws IOException {
        Glue library = Glue.ofLibrary(new Coordinates("com.acme", "app", "3.0"), "no main class is configured");
        Map<String, String> built = classes(library);
        folders.cleanOutput(build, library);
        assertEquals(built, contents(build));
        folders.cleanOutput(build, glue("app", "com.acme.Pool"));
        assertEquals(Map.of(), contents(build));
    }

    @Test
    void glueOfAnotherNameIsDeletedFromTheClassFolder() throws IOException {
        classes(glue("app", "com.acme.Pool"));
        folders.cleanOutput(build, glue("renamed", "com.acme.Pool"));
        assertEquals(Map.of(), contents(build));
    }

    /** A marker with another line, and one that is not UTF-8: 0xE9 is an e with an acute accent in ISO 8859-1. */
    @ParameterizedTest
    @ValueSource(strings = {"com.acme.TheirBinding\n", "# g\u00E9n\u00E9r\u00E9\ncom.acme.TheirBinding\n"})
    void theUsersOwnServiceFileStays(String content) throws IOException {
        classes(glue("app", "com.acme.Pool"));
        Files.writeString(build.resolve(Glue.SERVICE_FILE), content, StandardCharsets.ISO_8859_1);
        folders.cleanOutput(build, Glue.NONE);
        assertEquals(Map.of(Glue.SERVICE_FILE, content), contents(build));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "contract=1\nname=com.ac", "contract=1\nglue=../../../Main\n", "\u00E9"})
    void halfAMarkerInTheClassFolderGoesAndTakesNothingWithIt(String content) throws IOException {
        Files.createDirectories(build.resolve(MARKER).getParent());
        Files.writeString(build.resolve(MARKER), content, StandardCharsets.ISO_8859_1);
        Files.writeString(build.resolve("Main.class"), "the user's");
        folders.cleanOutput(build, Glue.NONE);
        assertEquals(Map.of("Main.class", "the user's"), contents(build));
    }

    @Test
    void theClassFolderNeedNotExist() throws IOException {
        folders.cleanOutput(build.resolve("classes"), glue("app", "com.acme.Pool"));
        assertEquals(Map.of(), contents(build));
    }

    private static Glue glue(String module, String allocator) {
        return Glue.of(
                new Coordinates("com.acme", module, "3.0"),
                new Decision.Link(
                        ClassName.topLevel(allocator), new Coordinates("com.acme", "pool", "1.2"), "linked explicitly"),
                false);
    }

    /** Fills the build folder as if it were the class folder of a module that was built with the glue. */
    private Map<String, String> classes(Glue glue) throws IOException {
        Map<String, String> files = new TreeMap<>(glue.resources());
        glue.sources().keySet().forEach(source -> files.put(source.replace(".java", ".class"), "compiled"));
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.createDirectories(build.resolve(file.getKey()).getParent());
            Files.writeString(build.resolve(file.getKey()), file.getValue());
        }
        return files;
    }

    private static Map<String, String> contents(Glue glue) {
        Map<String, String> all = new TreeMap<>();
        glue.sources().forEach((file, content) -> all.put(SOURCES + file, content));
        glue.resources().forEach((file, content) -> all.put(RESOURCES + file, content));
        return all;
    }

    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> all = new TreeMap<>();
        for (Path file : files(folder)) {
            all.put(
                    folder.relativize(file).toString().replace('\\', '/'),
                    Files.readString(file, StandardCharsets.ISO_8859_1));
        }
        return all;
    }

    private static Iterable<Path> files(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static GlueFolders folders(Path build) {
        return new GlueFolders(
                build, build.resolve("generated-sources/heapwright"), build.resolve("generated-resources/heapwright"));
    }
}
