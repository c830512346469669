package dev.heapwright.memory;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another JVM of the same Java that runs a program of these tests, with options of its own. */
record ChildJvm(List<String> command, Process process) {
    private static final String CLASSES = Path.of("target", "classes").toString();
    private static final String TEST_CLASSES = Path.of("target", "test-classes").toString();

    static String runOnClassPath(String... options) throws IOException, InterruptedException {
        return startOnClassPath("", EveryCall.class, options).output();
    }

    static String runOnModulePath(String... options) throws IOException, InterruptedException {
        return start(
                        options,
                        "--module-path",
                        CLASSES,
                        "--patch-module",
                        "dev.heapwright.memory=" + TEST_CLASSES,
                        "--module",
                        "dev.heapwright.memory/" + EveryCall.class.getName())
                .output();
    }

    /** Starts a program, beside others if need be. */
    static ChildJvm startOnClassPath(String moreOnClassPath, Class<?> program, String... options) throws IOException {
        return start(
                options,
                "--class-path",
                String.join(File.pathSeparator, CLASSES, TEST_CLASSES, moreOnClassPath),
                program.getName());
    }

    private static ChildJvm start(String[] options, String... program) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of(program));
        return new ChildJvm(
                command, new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** Waits until it ends, and returns what it has printed. */
    String output() throws IOException, InterruptedException {
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(command + " failed:\n" + output);
        }
        return output.replace(System.lineSeparator(), "\n");
    }
}
