package dev.heapwright.linker.artifact;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Changes files as no program that writes jars would. */
final class Bytes {
    private Bytes() {}

    /** Replaces all occurrences; a jar stays one if the texts are of the same length and name an entry. */
    static void replace(Path file, String found, String replacement) throws IOException {
        String content = Files.readString(file, ISO_8859_1);
        if (!content.contains(found)) {
            throw new IllegalArgumentException(found + " is not in " + file);
        }
        Files.writeString(file, content.replace(found, replacement), ISO_8859_1);
    }

    /** Leaves the first part only. */
    static void truncate(Path file, double part) throws IOException {
        byte[] content = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(content, (int) (content.length * part)));
    }
}
