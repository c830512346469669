package dev.heapwright.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExtractionDirectoryTest {
    @TempDir
    private Path temporaryFiles;

    private final Properties system = new Properties();
    private Path usual;

    @BeforeEach
    void aUserWithADirectoryForTemporaryFiles() throws IOException {
        assumeTrue(
                FileSystems.getDefault().supportedFileAttributeViews().contains("unix"),
                "there are no permissions to look at");
        system.setProperty("java.io.tmpdir", temporaryFiles.toString());
        // The user name of all users without an entry in /etc/passwd.
        system.setProperty("user.name", "?");
        usual = temporaryFiles.resolve("heapwright-" + Files.getAttribute(temporaryFiles, "unix:uid"));
    }

    @Test
    void itIsCreatedAmongTheTemporaryFilesForItsUserOnly() throws IOException {
        assertEquals(usual, ExtractionDirectory.open(system));
        assertEquals("rwx------", permissions(usual));
    }

    @Test
    void anExistingOneIsUsedAndNothingIsLeftInIt() throws IOException {
        ExtractionDirectory.open(system);
        Files.createFile(usual.resolve("file"));

        assertEquals(usual, ExtractionDirectory.open(system));
        assertEquals(List.of(usual.resolve("file")), files(usual));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwxr-xr-x", "rwxr-x---"})
    void othersMayReadInIt(String permissions) throws IOException {
        make(usual, permissions);
        assertEquals(usual, ExtractionDirectory.open(system));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwxrwxr-x", "rwxr-xrwx", "rwx-w----", "rwx----w-"})
    void itIsPassedOverWhereOthersMayWriteToIt(String permissions) throws IOException {
        make(usual, permissions);
        assertAnotherIsTaken();
    }

    @Test
    void oneThatBelongsToAnotherUserIsSkippedWhateverThePermissions() throws IOException {
        make(usual, "rwxr-xr-x");
        giveAway(usual);
        assertAnotherIsTaken();
        assertEquals(List.of(), files(usual));
    }

    @Test
    void someOfItsReplacementsMayBelongToOthers() throws IOException {
        make(usual, "rwxrwxrwx");
        Path theirs = temporaryFiles.resolve(usual.getFileName() + "-1");
        make(theirs, "rwx------");
        giveAway(theirs);
        Path mine = temporaryFiles.resolve(usual.getFileName() + "-2");
        make(mine, "rwx------");
        assertEquals(mine, ExtractionDirectory.open(system));
    }

    @Test
    void aSymbolicLinkInItsPlaceIsSkippedWhateverItsTarget() throws IOException {
        Path elsewhere = temporaryFiles.resolve("elsewhere");
        make(elsewhere, "rwx------");
        Files.createSymbolicLink(usual, elsewhere);
        assertAnotherIsTaken();
    }

    @Test
    void aFileInItsPlaceIsSkipped() throws IOException {
        Files.createFile(usual);
        assertAnotherIsTaken();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwxrwxr-x", "rwxr-xrwx", "rwx-w----", "rwx----w-"})
    void theDirectoryThatIsConfiguredIsRefusedWhereOthersMayWriteToIt(String permissions) throws IOException {
        Path configured = temporaryFiles.resolve("natives");
        make(configured, permissions);
        configure(configured);
        assertEquals("""
                [Heapwright/NativeUnavailable] native libraries are extracted to a directory that only the user may write to
                    %s belongs to %s and has the permissions %s
                  help: delete it, or set another one, which need not exist, on the java command line:
                        -Dheapwright.natives.directory=/path/to/directory
                  more: mvn dev.heapwright:heapwright-maven-plugin:explain -Did=NativeUnavailable""".formatted(configured, Files.getOwner(configured).getName(), permissions), refusal());
    }

    @Test
    void aConfiguredDirectoryThatBelongsToAnotherUserIsRefused() throws IOException {
        Path configured = temporaryFiles.resolve("natives");
        make(configured, "rwxr-xr-x");
        giveAway(configured);
        configure(configured);
        assertEquals(true, refusal().contains(configured + " belongs to nobody and has the permissions rwxr-xr-x\n"));
    }

    /** Its owner may be root, as in an image that another user runs. */
    @Test
    void aConfiguredDirectoryIsNotWrittenTo() throws IOException {
        Path configured = temporaryFiles.resolve("natives");
        make(configured, "r-xr-xr-x");
        FileTime before = FileTime.fromMillis(1_000_000_000_000L);
        Files.setLastModifiedTime(configured, before);
        configure(configured);
        assertEquals(configured, ExtractionDirectory.open(system));
        assertEquals(before, Files.getLastModifiedTime(configured));
    }

    @Test
    void aConfiguredDirectoryIsUsedAndCreatedIfItDoesNotExist() throws IOException {
        Path configured = temporaryFiles.resolve("var").resolve("natives");
        configure(configured);
        assertEquals(configured, ExtractionDirectory.open(system));
        assertEquals("rwx------", permissions(configured));
        assertEquals(List.of(temporaryFiles.resolve("var")), files(temporaryFiles));
    }

    @Test
    void aConfiguredDirectoryMayBeASymbolicLink() throws IOException {
        Path elsewhere = temporaryFiles.resolve("elsewhere");
        make(elsewhere, "rwx------");
        Path link = Files.createSymbolicLink(temporaryFiles.resolve("link"), elsewhere);
        configure(link);
        assertEquals(elsewhere.toRealPath(), ExtractionDirectory.open(system));

        Files.setPosixFilePermissions(elsewhere, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertEquals(true, refusal().contains("has the permissions rwxrwxrwx\n"));
    }

    @Test
    void aDanglingSymbolicLinkIsRefusedEvenIfConfigured() throws IOException {
        Path link = Files.createSymbolicLink(temporaryFiles.resolve("link"), temporaryFiles.resolve("nothing"));
        configure(link);
        assertEquals(true, refusal().contains("\n    " + link + " is a symbolic link\n"));
    }

    @Test
    void anEmptyPropertyConfiguresNothing() throws IOException {
        system.setProperty(NativeLibrary.DIRECTORY_PROPERTY, "");
        assertEquals(usual, ExtractionDirectory.open(system));
    }

    @Test
    void ifTheDirectoryCannotBeCreatedTheErrorSaysSo() throws IOException {
        Path file = Files.createFile(temporaryFiles.resolve("file"));
        configure(file.resolve("natives"));
        assertThrows(FileSystemException.class, () -> ExtractionDirectory.open(system));
    }

    /** A new one, which the next start reuses. */
    private void assertAnotherIsTaken() throws IOException {
        Path taken = ExtractionDirectory.open(system);
        assertEquals(true, taken.toString().startsWith(usual + "-"), taken.toString());
        assertEquals("rwx------", permissions(taken));
        assertEquals(taken, ExtractionDirectory.open(system));
    }

    private static void giveAway(Path file) throws IOException {
        try {
            Files.setOwner(
                    file, file.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
        } catch (IOException e) {
            assumeTrue(false, "only root may give a file away: " + e);
        }
    }

    private void configure(Path directory) {
        system.setProperty(NativeLibrary.DIRECTORY_PROPERTY, directory.toString());
    }

    private String refusal() {
        NativeUnavailableError refusal =
                assertThrows(NativeUnavailableError.class, () -> ExtractionDirectory.open(system));
        return String.valueOf(refusal.getMessage());
    }

    /** Whatever the umask. */
    private static void make(Path directory, String permissions) throws IOException {
        Files.createDirectory(directory);
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString(permissions));
    }

    private static String permissions(Path directory) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(directory));
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        }
    }
}
