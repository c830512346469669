package dev.heapwright.heap.checked;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report at exit is also written to a file, if a build has created the folder for it. */
class ReportFilesTest {
    private static final String LEAKS = """
            package com.acme;

            import dev.heapwright.heap.Heap;

            public final class Main {
                public static void main(String[] args) {
                    Heap.allocate(64, 8);
                    /* end */
                }
            }
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path besideTheGlue;

    @SuppressWarnings("NullAway.Init")
    private Path belowTheWorkingDirectory;

    @BeforeEach
    void nameFolders() {
        besideTheGlue = folder.resolve(ReportFiles.FOLDER);
        belowTheWorkingDirectory = folder.resolve("target").resolve(ReportFiles.FOLDER);
    }

    @Test
    void theFolderIsBesideTheGlueOrBelowTheWorkingDirectory() throws Exception {
        for (Path reports : List.of(besideTheGlue, belowTheWorkingDirectory)) {
            Files.createDirectories(reports);
            String errors = CheckedProgram.errorsOf(folder, LEAKS);
            assertEquals(List.of(errors), reports(reports, ".txt"));
            assertEquals(List.of(), reports(reports, ".running"));
            try (Stream<Path> files = Files.list(reports)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(reports);
        }
    }

    @Test
    void eachJvmWritesItsOwnFile() throws Exception {
        Files.createDirectories(besideTheGlue);
        CheckedProgram.errorsOf(folder, LEAKS);
        CheckedProgram.errorsOf(folder, LEAKS);
        assertEquals(2, reports(besideTheGlue, ".txt").size());
    }

    @Test
    void ifNothingIsFoundTheFileIsEmpty() throws Exception {
        Files.createDirectories(besideTheGlue);
        CheckedProgram.errorsOf(
                folder, LEAKS.replace("Heap.allocate(64, 8)", "Heap.deallocate(Heap.allocate(64, 8), 64, 8)"));
        assertEquals(List.of(""), reports(besideTheGlue, ".txt"));
        assertEquals(List.of(), reports(besideTheGlue, ".running"));
    }

    @Test
    void aJvmThatIsKilledLeavesItsRunningFile() throws Exception {
        Files.createDirectories(besideTheGlue);
        CheckedProgram.errorsOf(folder, LEAKS.replace("/* end */", "Runtime.getRuntime().halt(0);"));
        assertEquals(List.of(""), reports(besideTheGlue, ".running"));
        assertEquals(List.of(), reports(besideTheGlue, ".txt"));
    }

    @Test
    void aJvmOfAnEarlierBuildWritesNone() throws Exception {
        Files.createDirectories(besideTheGlue);
        CheckedProgram.errorsOf(folder, LEAKS.replace("/* end */", """
                java.io.File[] files = new java.io.File("%s").listFiles();
                if (files.length != 1 || !files[0].delete()) {
                    throw new IllegalStateException();
                }
                """.formatted(ReportFiles.FOLDER)));
        assertEquals(List.of(), reports(besideTheGlue, ""));
    }

    @Test
    void noFolderIsCreatedUnlessConfigured() throws Exception {
        CheckedProgram.errorsOf(folder, LEAKS);
        assertFalse(Files.exists(besideTheGlue));
        assertFalse(Files.exists(belowTheWorkingDirectory));
        Path elsewhere = folder.resolve("elsewhere");
        String errors = CheckedProgram.errorsOf(folder, LEAKS, "-Dheapwright.checked.report=" + elsewhere);
        assertEquals(List.of(errors), reports(elsewhere, ".txt"));
    }

    @Test
    void aProgramThatIsMeantToLeakWritesNone() throws Exception {
        Files.createDirectories(besideTheGlue);
        CheckedProgram.errorsOf(folder, LEAKS, "-Dheapwright.checked.report=none");
        assertEquals(List.of(), reports(besideTheGlue, ""));
    }

    private static List<String> reports(Path folder, String suffix) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .map(ReportFilesTest::read)
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
