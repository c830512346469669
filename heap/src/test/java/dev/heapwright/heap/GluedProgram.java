package dev.heapwright.heap;

import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.memory.Memory;
import dev.heapwright.testing.ChildJvm;
import dev.heapwright.testing.JvmResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A program with its own glue, {@code com.acme.app.heapwright.Glue}, in its own JVM. */
@SuppressWarnings("exports") // Nobody requires the module of the tests.
public final class GluedProgram {
    private GluedProgram() {}

    /** Runs the class {@code com.acme.Main} with that working directory. */
    public static JvmResult run(Path folder, String glue, String main, String... options)
            throws IOException, InterruptedException {
        Path classes = folder.resolve("classes");
        write(classes, "META-INF/services/dev.heapwright.heap.Binding", "com.acme.app.heapwright.Glue\n");
        compile(classes, write(folder, "Glue.java", glue), write(folder, "Main.java", main));
        ChildJvm jvm = ChildJvm.with(options).inFolder(folder).and("-cp", classPath(classes));
        return (Runtime.version().feature() >= 22 ? jvm.and("--enable-native-access=ALL-UNNAMED") : jvm)
                .run("com.acme.Main");
    }

    private static void compile(Path folder, String... sources) {
        List<String> arguments =
                new ArrayList<>(List.of("-proc:none", "-cp", classPath(folder), "-d", folder.toString()));
        arguments.addAll(List.of(sources));
        int result = ToolProvider.findFirst("javac")
                .orElseThrow()
                .run(System.out, System.err, arguments.toArray(String[]::new));
        if (result != 0) {
            throw new IllegalArgumentException("it does not compile");
        }
    }

    private static String write(Path folder, String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content).toString();
    }

    private static String classPath(Path folder) {
        return Stream.concat(
                        Stream.of(folder),
                        Stream.of(Heap.class, Memory.class, Diagnostic.class).map(GluedProgram::location))
                .map(Path::toString)
                .collect(Collectors.joining(System.getProperty("path.separator")));
    }

    private static Path location(Class<?> type) {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath())
                .toAbsolutePath();
    }
}
