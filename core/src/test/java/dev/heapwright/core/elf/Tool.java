package dev.heapwright.core.elf;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** A program that reads ELF files, too, if this machine has it. */
record Tool(List<String> command) {
    static Tool named(String name, String... options) {
        Assumptions.assumeTrue(
                Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, name))),
                name + " is not installed");
        List<String> command = new ArrayList<>(List.of(name));
        command.addAll(List.of(options));
        return new Tool(command);
    }

    /** {@return what it prints, its errors included} */
    String run(List<Path> files) {
        List<String> whole = new ArrayList<>(command);
        files.forEach(file -> whole.add(file.toString()));
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

    /** {@return what it prints about a file of these bytes} */
    String run(byte[] bytes) {
        try {
            Path file = Files.createTempFile("elf", "");
            try {
                Files.write(file, bytes);
                return run(List.of(file)).replace(file.toString(), "file");
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
