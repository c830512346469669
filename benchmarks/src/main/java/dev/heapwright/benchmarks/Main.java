package dev.heapwright.benchmarks;

import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;

/** The program of the jar: {@code java -jar benchmarks.jar netty forks=1}. Without arguments, it lists the suites. */
public final class Main {
    /** The exit status if the arguments are invalid. */
    private static final int MISUSED = 2;

    private Main() {}

    /**
     * Runs a suite.
     *
     * @param arguments its name and its options, each as {@code name=value}
     * @throws Exception if a benchmark fails
     */
    public static void main(String[] arguments) throws Exception {
        int status = run(List.of(arguments), System.out, System.err);
        if (status != 0) {
            System.exit(status);
        }
    }

    /** {@return the exit status} */
    static int run(List<String> arguments, PrintStream out, PrintStream err) throws Exception {
        if (arguments.isEmpty() || arguments.get(0).equals("--help")) {
            out.print(Usage.text());
            return 0;
        }
        try {
            Suite suite = Suite.of(arguments.get(0));
            List<String> settings = arguments.subList(1, arguments.size());
            suite.run(Settings.of(suite, target().resolve(suite.title()), settings));
            return 0;
        } catch (UsageException e) {
            err.println(e.getMessage());
            return MISUSED;
        }
    }

    /** The folder that contains the jar or the class folder: that of the build's output. */
    private static Path target() throws URISyntaxException {
        Path code = Path.of(
                Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        return code.resolveSibling("");
    }
}
