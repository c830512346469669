package dev.heapwright.natives;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Another JVM of the same Java that runs a program of these tests.
 *
 * @param options for the JVM
 * @param environment variables, beside those of the tests
 */
record ChildJvm(List<String> options, Map<String, String> environment) {
    static ChildJvm with(String... options) {
        return new ChildJvm(List.of(options), Map.of());
    }

    ChildJvm and(String... more) {
        List<String> all = new ArrayList<>(options);
        all.addAll(List.of(more));
        return new ChildJvm(all, environment);
    }

    ChildJvm withVariable(String name, String value) {
        return new ChildJvm(options, Map.of(name, value));
    }

    /** Starts a program, beside others if need be. */
    Process start(Class<?> program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add(program.getName());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        // Not as the tests were started, should that be with the variable that some of them are about.
        builder.environment().remove("JE_MALLOC_CONF");
        builder.environment().putAll(environment);
        return builder.start();
    }

    String output(Class<?> program, String... arguments) throws IOException, InterruptedException {
        return output(start(program, arguments));
    }

    /** Waits until a program ends, and returns all that it has printed. */
    static String output(Process process) throws IOException, InterruptedException {
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("exit " + process.exitValue() + ":\n" + output);
        }
        return output.replace(System.lineSeparator(), "\n");
    }
}
