package dev.heapwright.linker.build;

import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.diagnostic.DiagnosticId;
import dev.heapwright.diagnostic.Location;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Reads text files that users name, and says what is wrong with them in their words. */
public final class TextFile {
    private TextFile() {}

    /**
     * {@return the lines of a file}
     *
     * @param file in UTF-8
     * @throws DiagnosticException if there is no such file, or it is a folder, or not in UTF-8
     * @throws IOException if it cannot be read for another reason
     */
    public static List<String> lines(Path file) throws DiagnosticException, IOException {
        try {
            requireFile(file);
            return Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            throw unreadable(file, "there is no such file", "write it first, or correct its path");
        } catch (CharacterCodingException e) {
            throw unreadable(file, "it is not in UTF-8", "save it in UTF-8");
        }
    }

    /**
     * Checks that a path does not lead to a folder.
     *
     * @param file which need not exist
     * @throws DiagnosticException if it is a folder
     */
    public static void requireFile(Path file) throws DiagnosticException {
        if (Files.isDirectory(file)) {
            throw unreadable(file, "it is a folder", "name a text file");
        }
    }

    private static DiagnosticException unreadable(Path file, String reason, String help) {
        return new DiagnosticException(
                List.of(Diagnostic.error(DiagnosticId.INVALID_CONFIGURATION, file + " cannot be read: " + reason)
                        .at(new Location.File(file.toString()))
                        .withHelp(help)));
    }
}
