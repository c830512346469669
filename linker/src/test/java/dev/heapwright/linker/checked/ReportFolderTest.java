package dev.heapwright.linker.checked;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heapwright.linker.build.BuildCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFolderTest {
    @TempDir
    private Path build;

    @Test
    void openingTheFolderDeletesTheFilesOfAnEarlierBuild() throws IOException {
        leave("1-1.txt", "1-2.running");
        ReportFolder folder = folder();
        assertFalse(folder.isOpen());
        folder.open();
        assertTrue(folder.isOpen());
        assertEquals(List.of(), folder.files(""));
    }

    @Test
    void openingTheFolderAgainKeepsTheReportsOfThisBuild() throws IOException {
        ReportFolder folder = folder();
        folder.open();
        leave("1-1.txt");
        folder.open();
        assertEquals(List.of(path("1-1.txt")), folder.files(ReportFolder.DONE));
    }

    @Test
    void anotherBuildIgnoresTheReports() throws IOException {
        folder().open();
        assertFalse(folder().isOpen());
    }

    @Test
    void theFilesAreDeletedOnceGlueIsNoLongerChecked() throws IOException {
        leave("1-1.txt");
        folder().deleteUnlessOpen();
        assertFalse(Files.exists(path("")));
    }

    @Test
    void otherFilesAreKept() throws IOException {
        leave("1-1.txt", "notes.md");
        folder().deleteUnlessOpen();
        assertEquals(List.of(path("notes.md")), folder().files(""));
    }

    @Test
    void aFolderThatThisBuildHasOpenedIsKept() throws IOException {
        ReportFolder folder = folder();
        folder.open();
        folder.deleteUnlessOpen();
        assertTrue(folder.isOpen());
    }

    @Test
    void withoutAFolderNothingIsDeleted() throws IOException {
        folder().deleteUnlessOpen();
        assertFalse(Files.exists(path("")));
    }

    private ReportFolder folder() {
        return ReportFolder.of(BuildCache.inMemory(), build);
    }

    private Path path(String file) {
        return build.resolve("heapwright-checked").resolve(file);
    }

    private void leave(String... files) throws IOException {
        Files.createDirectories(path(""));
        for (String file : files) {
            Files.writeString(path(file), "");
        }
    }
}
