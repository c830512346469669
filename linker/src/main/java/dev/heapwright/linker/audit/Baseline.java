package dev.heapwright.linker.audit;

import dev.heapwright.core.name.Coordinates;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The places of a module that nobody governs, as a text file that is committed: a line for each, without the version of its
 * artifact, so that an update changes it only by what it takes.
 *
 * @param lines sorted
 */
public record Baseline(List<String> lines) {
    private static final String HEAD = "# Native memory that nobody governs, written by the goal audit of Heapwright\n";

    /** Copies the list. */
    public Baseline {
        lines = List.copyOf(lines);
    }

    /**
     * {@return what a module takes now}
     *
     * @param audit of the module
     */
    public static Baseline of(ModuleAudit audit) {
        Set<String> lines = new TreeSet<>();
        for (ModuleAudit.AuditedArtifact artifact : audit.artifacts()) {
            artifact.taken().stream()
                    .filter(taken -> taken.governor().isUngoverned())
                    .forEach(taken ->
                            taken.places().forEach(place -> lines.add(line(artifact.coordinates(), taken, place))));
        }
        return new Baseline(List.copyOf(lines));
    }

    private static String line(Coordinates artifact, TakenMemory taken, String place) {
        // A library's path often has the version in it.
        return artifact.versionless() + "  " + taken.source() + "  " + place.replace(artifact.version(), "*");
    }

    /**
     * {@return what a file lists; nothing if there is no file}
     *
     * @param file as {@link #write} writes it
     * @throws IOException if it cannot be read
     */
    public static Baseline read(Path file) throws IOException {
        try {
            // Whatever its encoding has become: a line that differs is a new place.
            return new Baseline(new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList());
        } catch (NoSuchFileException e) {
            return new Baseline(List.of());
        }
    }

    /**
     * Writes the file.
     *
     * @param file which is replaced, if there is one
     * @throws IOException if it cannot be written
     */
    public void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, HEAD + lines.stream().map(line -> line + "\n").collect(Collectors.joining()));
    }

    /**
     * {@return the lines that an earlier one has not}
     *
     * @param earlier what was known
     */
    public List<String> newSince(Baseline earlier) {
        Set<String> known = new TreeSet<>(earlier.lines);
        return lines.stream().filter(line -> !known.contains(line)).toList();
    }
}
