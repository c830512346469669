package dev.heapwright.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A program that this machine may have, and that prints something about files.
 *
 * @param command its name and options
 */
public record InstalledTool(List<String> command) {
    /** Copies the command. */
    public InstalledTool {
        command = List.copyOf(command);
    }

    /**
     * {@return the program; empty if it is not installed}
     *
     * @param command its name and options
     */
    public static Optional<InstalledTool> find(String... command) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, command[0])))
                ? Optional.of(new InstalledTool(List.of(command)))
                : Optional.empty();
    }

    /**
     * {@return what it prints about a file, its errors included}
     *
     * @param file its last argument
     */
    public String run(Path file) {
        List<String> whole = new ArrayList<>(command);
        whole.add(file.toString());
        ProcessBuilder program = new ProcessBuilder(whole).redirectErrorStream(true);
        program.environment().put("LC_ALL", "C");
        try {
            Process process = program.start();
            process.getOutputStream().close();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * {@return what it prints about a file whose name is {@code file}}
     *
     * @param content of the file
     */
    public String run(byte[] content) {
        try {
            Path file = Files.createTempFile("content", "");
            try {
                Files.write(file, content);
                return run(file).replace(file.toString(), "file");
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
