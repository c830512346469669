package dev.heapwright.natives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Extraction of libraries by several users: who finds them, and who may write to them. */
class ExtractionByUsersTest {
    private static final String ALLOCATED = """
            allocated 64
            allocated 1048576
            """;
    private static final String RUN = "-jar app.jar dev.heapwright.jemalloc.JemallocAllocator";

    /** From docs/containers.md, like the next one. */
    private static final String EXTRACT =
            "java -Dheapwright.natives.directory=/opt/natives -cp app.jar dev.heapwright.memory.ExtractNatives jemalloc";

    private static final String RUN_EXTRACTED = "java -Dheapwright.natives.directory=/opt/natives -jar app.jar";

    /** User ids without an entry in the list of users. */
    private static final int ONE = 61_234;

    private static final int ANOTHER = 61_235;

    @TempDir
    private static Path folder;

    private Path temporaryFiles = folder;

    @BeforeAll
    static void aProgramInOneJarForAllToRead() throws Exception {
        ShellCommand.assume("chmod 755 '" + folder + "'");
        MergedJar.of(ClassPath.ofTheTests(), Allocate.class, folder.resolve("app.jar"));
    }

    @BeforeEach
    void aDirectoryForTemporaryFilesForAll() throws Exception {
        temporaryFiles = Files.createTempDirectory(folder, "tmp");
        ShellCommand.output("chmod 1777 '" + temporaryFiles + "'");
    }

    @Test
    void eachUserWithoutANameHasItsOwnDirectory() throws Exception {
        for (int user : new int[] {ONE, ANOTHER, ONE}) {
            assertEquals(ALLOCATED, runAs(user, "-Djava.io.tmpdir=" + temporaryFiles + " " + RUN));
        }
        assertEquals(List.of("heapwright-" + ONE, "heapwright-" + ANOTHER), directories());
    }

    @Test
    void aDirectoryCreatedByAnotherUserIsNotTrustedAndDoesNotPreventStarting() throws Exception {
        Path usual = temporaryFiles.resolve("heapwright-" + ONE);
        ShellCommand.output("mkdir -m 777 '" + usual + "' && chown " + ANOTHER + " '" + usual + "'");
        for (int i = 0; i < 2; i++) {
            assertEquals(ALLOCATED, runAs(ONE, "-Djava.io.tmpdir=" + temporaryFiles + " " + RUN));
        }
        List<String> directories = directories();
        assertEquals(2, directories.size(), directories.toString());
        assertTrue(directories.get(1).startsWith("heapwright-" + ONE + "-"), directories.toString());
        assertEquals(List.of(), names(usual));
    }

    @Test
    void aLibraryExtractedInAdvanceIsLoadedFromAReadOnlyFileSystemByAnotherUser() throws Exception {
        Path natives = folder.resolve("natives");
        String extracted = ShellCommand.output("cd '" + folder + "' && umask 022 && " + inFolder(EXTRACT));
        String run = inFolder(RUN_EXTRACTED).replace(" -jar", " -Djava.io.tmpdir=/proc -jar")
                + " dev.heapwright.jemalloc.JemallocAllocator";

        assertEquals("extracted jemalloc to " + natives.resolve(names(natives).get(0)) + "\n", extracted);
        assertEquals(ALLOCATED, runAs(ONE, run));
        String readOnly = "mount --bind '" + folder + "' '" + folder + "' && mount -o remount,bind,ro '" + folder + "'";
        ShellCommand.assume("unshare --mount sh -c \"" + readOnly + "\"");
        assertEquals(
                ALLOCATED,
                ShellCommand.output("unshare --mount sh -c \"" + readOnly + " && cd '" + folder + "' && " + run + '"'));
    }

    private static String inFolder(String command) {
        return command.replace("/opt", folder.toString()).replaceFirst("^java ", ShellCommand.JAVA);
    }

    @Test
    void aMissingLibraryCannotBeExtractedInAdvance() throws Exception {
        assertEquals(
                """
                [Heapwright/NativeUnavailable] a native library's file is not on the class path
                    searched for META-INF/heapwright-natives/pool.sha256
                """,
                ShellCommand.output("cd '" + folder + "' && " + ShellCommand.JAVA
                        + "-Dheapwright.natives.directory=none -cp app.jar dev.heapwright.memory.ExtractNatives pool"
                        + " 2>&1 | head -2"));
        assertEquals(
                "usage: java -Dheapwright.natives.directory=<directory> -cp <class path> "
                        + "dev.heapwright.memory.ExtractNatives <library>...\n2\n",
                ShellCommand.output("cd '" + folder + "' && " + ShellCommand.JAVA
                        + "-cp app.jar dev.heapwright.memory.ExtractNatives jemalloc; echo $?"));
    }

    private static String runAs(int user, String program) throws IOException, InterruptedException {
        String as = "setpriv --reuid " + user + " --regid " + user + " --clear-groups ";
        ShellCommand.assume(as + "true");
        String command = program.startsWith(ShellCommand.JAVA) ? program : ShellCommand.JAVA + program;
        return ShellCommand.output("cd '" + folder + "' && exec " + as + command);
    }

    private List<String> directories() throws IOException {
        return names(temporaryFiles).stream()
                .filter(name -> name.startsWith("heapwright"))
                .toList();
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }
}
