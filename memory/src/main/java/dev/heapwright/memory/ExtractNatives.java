package dev.heapwright.memory;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/**
 * A program that extracts native libraries ahead of time, such as into the image of a container whose file system is then
 * read-only:
 *
 * <pre>
 * java -Dheapwright.natives.directory=/opt/natives -cp app.jar dev.heapwright.memory.ExtractNatives jemalloc
 * </pre>
 *
 * <p>It is run with the class path, on the platform and by a Java of the version that the program is then run with, and so
 * is the program with the same directory. That belongs to root or to the user of the program, and others may not write to
 * it; it is made with permissions for all to read.
 */
public final class ExtractNatives {
    private ExtractNatives() {}

    /**
     * Extracts libraries to the directory that the system property {@value NativeLibrary#DIRECTORY_PROPERTY} names, and
     * prints where they are. Ends the JVM with the exit code 1 where one cannot be extracted, with 2 where it is called in
     * another way.
     *
     * @param libraries the names of their lists, such as {@code jemalloc}
     */
    public static void main(String[] libraries) {
        int exitCode = run(System.getProperty(NativeLibrary.DIRECTORY_PROPERTY, ""), List.of(libraries));
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }

    private static int run(String directory, List<String> libraries) {
        PrintStream errors = System.err;
        if (directory.isEmpty() || libraries.isEmpty()) {
            errors.println("usage: java -D" + NativeLibrary.DIRECTORY_PROPERTY + "=<directory> -cp <class path> "
                    + ExtractNatives.class.getName() + " <library>...");
            return 2;
        }
        try {
            for (String library : libraries) {
                Path file = NativeLibrary.extractTo(Path.of(directory), ExtractNatives.class, library);
                System.out.println("extracted " + library + " to " + file);
            }
            return 0;
        } catch (NativeUnavailableError e) {
            errors.println(e.getMessage());
            return 1;
        }
    }
}
