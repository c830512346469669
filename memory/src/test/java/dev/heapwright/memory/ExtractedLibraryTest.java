package dev.heapwright.memory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.heapwright.testing.RunningJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The file that a native library is extracted to, which all JVMs of a user share. */
class ExtractedLibraryTest extends LibraryToExtract {
    @Test
    void theLibraryIsExtractedOnceAndNothingElseIsLeft() throws Exception {
        onlyOnJava22();
        assertEquals(ZipLibrary.CRC_OF_16_ZEROS, ZipLibrary.crc(library.load()));
        List<Path> extracted = ZipLibrary.extracted(directory);
        assertEquals(1, extracted.size());
        assertArrayEquals(Files.readAllBytes(library.file()), Files.readAllBytes(extracted.get(0)));

        FileTime before = FileTime.fromMillis(1_000_000_000_000L);
        Files.setLastModifiedTime(extracted.get(0), before);
        assertEquals(ZipLibrary.CRC_OF_16_ZEROS, ZipLibrary.crc(library.load()));
        assertEquals(extracted, ZipLibrary.extracted(directory));
        assertEquals(before, Files.getLastModifiedTime(extracted.get(0)));
    }

    @Test
    void aTemporaryFailureIsRetried() throws Exception {
        onlyOnJava22();
        Files.createFile(directory);
        assertThrows(NativeUnavailableError.class, library::load);
        Files.delete(directory);
        assertEquals(ZipLibrary.CRC_OF_16_ZEROS, ZipLibrary.crc(library.load()));
    }

    @Test
    void anExtractionThatIsDamagedIsRepaired() throws Exception {
        onlyOnJava22();
        library.load();
        Path extracted = ZipLibrary.extracted(directory).get(0);
        // A new file: the one that is loaded in this JVM is not changed.
        Files.delete(extracted);
        Files.write(extracted, new byte[100]);

        assertEquals(ZipLibrary.CRC_OF_16_ZEROS, ZipLibrary.crc(library.load()));
        assertArrayEquals(Files.readAllBytes(library.file()), Files.readAllBytes(extracted));
    }

    @Test
    void eightJvmsAtOnceEachLoadItAndOneFileIsLeft() throws Exception {
        onlyOnJava22();
        List<RunningJvm> jvms = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            jvms.add(Programs.onClassPathWith(
                            library.folder(),
                            "--enable-native-access=ALL-UNNAMED",
                            "-D" + NativeLibrary.DIRECTORY_PROPERTY + "=" + directory)
                    .start(LoadZip.class));
        }
        for (RunningJvm jvm : jvms) {
            assertEquals(
                    String.valueOf(ZipLibrary.CRC_OF_16_ZEROS),
                    jvm.result().succeeded().printed());
        }
        assertEquals(1, ZipLibrary.extracted(directory).size());
    }
}
