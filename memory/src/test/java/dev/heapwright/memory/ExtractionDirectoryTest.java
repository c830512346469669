package dev.heapwright.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
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
    void aUserWithADirectoryForTemporaryFiles() {
        assumeTrue(
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix"),
                "there are no permissions to look at");
        system.setProperty("java.io.tmpdir", temporaryFiles.toString());
        system.setProperty("user.name", "ada");
        usual = temporaryFiles.resolve("heapwright-ada");
    }

    @Test
    void itIsMadeAmongTheTemporaryFilesForItsUserOnly() throws IOException {
        assertEquals(usual, ExtractionDirectory.open(system));
        assertEquals("rwx------", permissions(usual));
    }

    @Test
    void itIsTakenWhereItIsThereAndNothingIsLeftInIt() throws IOException {
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
    void itIsRefusedWhereOthersMayWriteToIt(String permissions) throws IOException {
        make(usual, permissions);
        assertEquals("""
                [Heapwright/NativeUnavailable] native libraries are extracted to a directory that only the user may write to
                    %s belongs to %s and has the permissions %s
                  help: delete it, or name another one, which need not exist, on the command line of java:
                        -Dheapwright.natives.directory=/path/to/directory
                  more: mvn heapwright:explain -Did=NativeUnavailable""".formatted(usual, Files.getOwner(usual).getName(), permissions), refusal());
    }

    @Test
    void itIsRefusedWhereItIsAnothersBeThePermissionsAsTheyMay() throws IOException {
        make(usual, "rwxr-xr-x");
        try {
            Files.setOwner(
                    usual, usual.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
        } catch (IOException e) {
            assumeTrue(false, "only root may give a file away: " + e);
        }
        assertEquals(true, refusal().contains(usual + " belongs to nobody and has the permissions rwxr-xr-x\n"));
        assertEquals(List.of(), files(usual));
    }

    @Test
    void aSymbolicLinkInItsPlaceIsRefusedWhateverItLeadsTo() throws IOException {
        Path elsewhere = temporaryFiles.resolve("elsewhere");
        make(elsewhere, "rwx------");
        Files.createSymbolicLink(usual, elsewhere);
        assertEquals(true, refusal().contains("\n    " + usual + " is a symbolic link\n"));
    }

    @Test
    void aFileInItsPlaceIsRefused() throws IOException {
        Files.createFile(usual);
        assertEquals(true, refusal().contains("\n    " + usual + " is not a directory\n"));
    }

    @Test
    void aUserNameThatIsNoFileNameIsMadeOne() throws IOException {
        system.setProperty("user.name", "../ACME\\ada lovelace");
        assertEquals(temporaryFiles.resolve("heapwright-.._ACME_ada_lovelace"), ExtractionDirectory.open(system));
    }

    @Test
    void theDirectoryThatIsConfiguredIsTakenAndMadeWhereItIsNotThere() throws IOException {
        Path configured = temporaryFiles.resolve("var").resolve("natives");
        configure(configured);
        assertEquals(configured, ExtractionDirectory.open(system));
        assertEquals("rwx------", permissions(configured));
        assertEquals(List.of(temporaryFiles.resolve("var")), files(temporaryFiles));
    }

    @Test
    void theDirectoryThatIsConfiguredMayBeASymbolicLink() throws IOException {
        Path elsewhere = temporaryFiles.resolve("elsewhere");
        make(elsewhere, "rwx------");
        Path link = Files.createSymbolicLink(temporaryFiles.resolve("link"), elsewhere);
        configure(link);
        assertEquals(elsewhere.toRealPath(), ExtractionDirectory.open(system));

        Files.setPosixFilePermissions(elsewhere, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertEquals(true, refusal().contains("has the permissions rwxrwxrwx\n"));
    }

    @Test
    void aSymbolicLinkToNothingIsRefusedEvenWhereItIsConfigured() throws IOException {
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
    void aDirectoryThatCannotBeMadeIsNoOtherError() throws IOException {
        Path file = Files.createFile(temporaryFiles.resolve("file"));
        configure(file.resolve("natives"));
        assertThrows(FileSystemException.class, () -> ExtractionDirectory.open(system));
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
