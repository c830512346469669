package dev.heapwright.arrow;

import dev.heapwright.arrow.program.Program;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The program, run in a JVM of its own.
 *
 * @param exitCode 0 where all went well
 * @param output what it printed
 */
record ProgramRun(int exitCode, String output) {
    /** Runs it. */
    static ProgramRun with(List<String> options, String... more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(more));
        command.addAll(options);
        command.add(Program.class.getName());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new ProgramRun(process.waitFor(), output);
    }
}
