package dev.heapwright.memory;

import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.testing.ChildJvm;
import dev.heapwright.testing.Javac;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Runs the programs of these tests in child JVMs. */
final class Programs {
    private static final Path CLASSES = Path.of("target", "classes");
    private static final Path TEST_CLASSES = Path.of("target", "test-classes");
    private static final Path DIAGNOSTIC = Javac.locationOf(Diagnostic.class);

    private Programs() {}

    /** {@return the output of {@link EveryCall} on the class path} */
    static String everyCallOnClassPath(String... options) throws IOException, InterruptedException {
        return onClassPath(options).run(EveryCall.class).succeeded().printed();
    }

    /** {@return the output of {@link EveryCall} as a part of the module} */
    static String everyCallOnModulePath(String... options) throws IOException, InterruptedException {
        return ChildJvm.with(options)
                .withModulePath(List.of(CLASSES, DIAGNOSTIC))
                .and("--patch-module", "dev.heapwright.memory=" + TEST_CLASSES, "--module")
                .run("dev.heapwright.memory/" + EveryCall.class.getName())
                .succeeded()
                .printed();
    }

    static ChildJvm onClassPath(String... options) {
        return ChildJvm.with(options).withClassPath(List.of(CLASSES, TEST_CLASSES, DIAGNOSTIC));
    }

    /** {@return a JVM with an additional folder on its class path} */
    static ChildJvm onClassPathWith(Path folder, String... options) {
        return ChildJvm.with(options).withClassPath(List.of(CLASSES, TEST_CLASSES, DIAGNOSTIC, folder));
    }
}
