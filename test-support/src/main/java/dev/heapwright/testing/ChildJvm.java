package dev.heapwright.testing;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Starts another JVM of the Java version that runs the tests. A value: each method returns a changed copy.
 *
 * @param options for the JVM, in order, including the class path
 * @param variables environment variables to set, in addition to those of the tests
 * @param removed environment variables of the tests that the child does not get
 * @param onlyC1 whether the child starts with the options of {@link #QUICK_START}
 * @param folder its working directory; empty for that of the tests
 */
public record ChildJvm(
        List<String> options,
        Map<String, String> variables,
        Set<String> removed,
        boolean onlyC1,
        Optional<Path> folder) {
    /** For programs that end before C2 or a parallel collector would pay off. */
    public static final List<String> QUICK_START = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    /** Copies the collections. */
    public ChildJvm {
        options = List.copyOf(options);
        variables = Map.copyOf(variables);
        removed = Set.copyOf(removed);
    }

    /**
     * {@return a JVM with the environment of the tests, and no class path}
     *
     * @param options for the JVM
     */
    public static ChildJvm with(String... options) {
        return new ChildJvm(List.of(options), Map.of(), Set.of(), true, Optional.empty());
    }

    /**
     * {@return this with additional options after its own}
     *
     * @param more for the JVM
     */
    public ChildJvm and(String... more) {
        List<String> all = new ArrayList<>(options);
        all.addAll(List.of(more));
        return new ChildJvm(all, variables, removed, onlyC1, folder);
    }

    /**
     * {@return this with a class path}
     *
     * @param entries jars and class folders
     */
    public ChildJvm withClassPath(Collection<Path> entries) {
        return and("--class-path", joined(entries));
    }

    /**
     * {@return this with a module path}
     *
     * @param entries jars, class folders of modules, and folders of either
     */
    public ChildJvm withModulePath(Collection<Path> entries) {
        return and("--module-path", joined(entries));
    }

    /** {@return this with an environment variable set} */
    public ChildJvm withVariable(String name, String value) {
        Map<String, String> all = new HashMap<>(variables);
        all.put(name, value);
        return new ChildJvm(options, all, removed, onlyC1, folder);
    }

    /** {@return this without a variable that the tests may have been started with} */
    public ChildJvm withoutVariable(String name) {
        Set<String> all = new HashSet<>(removed);
        all.add(name);
        return new ChildJvm(options, variables, all, onlyC1, folder);
    }

    /** {@return this with all compilers and the default collector, for tests whose subject is compiled code} */
    public ChildJvm withFullJit() {
        return new ChildJvm(options, variables, removed, false, folder);
    }

    /** {@return this with a working directory} */
    public ChildJvm inFolder(Path workingDirectory) {
        return new ChildJvm(options, variables, removed, onlyC1, Optional.of(workingDirectory));
    }

    /**
     * Starts a program without waiting for it.
     *
     * @param program has a {@code main} method
     * @param arguments for the program
     * @throws IOException if the JVM cannot be started
     */
    public RunningJvm start(Class<?> program, String... arguments) throws IOException {
        return start(program.getName(), arguments);
    }

    /**
     * Starts a program without waiting for it.
     *
     * @param program the program as on the command line: the binary name of a class or, after the option
     *     {@code --module}, {@code module/class}
     * @param arguments for the program
     * @throws IOException if the JVM cannot be started
     */
    public RunningJvm start(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (onlyC1) {
            command.addAll(QUICK_START);
        }
        command.addAll(options);
        command.add(program);
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        folder.map(Path::toFile).ifPresent(builder::directory);
        removed.forEach(builder.environment()::remove);
        builder.environment().putAll(variables);
        return RunningJvm.start(builder);
    }

    /** Runs a program until it ends; see {@link #start(Class, String...)}. */
    public JvmResult run(Class<?> program, String... arguments) throws IOException, InterruptedException {
        return start(program, arguments).result();
    }

    /** Runs a program until it ends; see {@link #start(String, String...)}. */
    public JvmResult run(String program, String... arguments) throws IOException, InterruptedException {
        return start(program, arguments).result();
    }

    private static String joined(Collection<Path> entries) {
        return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
