package dev.heapwright.memory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another JVM of the same Java that runs {@link EveryCall}, with options of its own. */
final class ChildJvm {
    private static final String CLASSES = Path.of("target", "classes").toString();
    private static final String TEST_CLASSES = Path.of("target", "test-classes").toString();

    private ChildJvm() {}

    static String runOnClassPath(String... options) throws IOException, InterruptedException {
        return run(
                options,
                "--class-path",
                CLASSES + System.getProperty("path.separator") + TEST_CLASSES,
                EveryCall.class.getName());
    }

    static String runOnModulePath(String... options) throws IOException, InterruptedException {
        return run(
                options,
                "--module-path",
                CLASSES,
                "--patch-module",
                "dev.heapwright.memory=" + TEST_CLASSES,
                "--module",
                "dev.heapwright.memory/" + EveryCall.class.getName());
    }

    private static String run(String[] options, String... program) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of(program));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(command + " failed:\n" + output);
        }
        return output.replace(System.lineSeparator(), "\n");
    }
}
