package dev.heapwright.memory;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What tests of native libraries have in common: a library on a class path, and a directory that it is extracted to. */
abstract class LibraryToExtract {
    @TempDir
    Path temporaryFiles;

    Path directory;
    ZipLibrary library;

    @BeforeEach
    void aLibraryAndADirectoryToExtractItTo() throws IOException {
        directory = temporaryFiles.resolve("natives");
        System.setProperty(NativeLibrary.DIRECTORY_PROPERTY, directory.toString());
        library = ZipLibrary.in(temporaryFiles.resolve("class-path"));
    }

    @AfterEach
    void noDirectory() {
        System.clearProperty(NativeLibrary.DIRECTORY_PROPERTY);
    }

    static void onlyOnJava22() {
        assumeTrue(Platform.FOREIGN, "there are no native libraries on this Java");
    }
}
