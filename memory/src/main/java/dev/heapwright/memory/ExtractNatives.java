package dev.heapwright.memory;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/**
 * A program that extracts native libraries in advance, for example into the image of a container whose file system is
 * read-only at run time:
 *
 * <pre>
 * java -Dheapwright.natives.directory=/opt/natives -cp app.jar dev.heapwright.memory.ExtractNatives jemalloc
 * </pre>
 *
 * <p>Run it with the class path, on the platform and with the Java version that the program will use, and then run the
 * program with the same directory. The directory must belong to root or to the program's user and must not be writable
 * by others; it is created with read permission for all.
 */
public final class ExtractNatives {
    private ExtractNatives() {}

    /**
     * Extracts libraries to the directory that the system property {@value NativeLibrary#DIRECTORY_PROPERTY} names, and
     * prints their locations. Ends the JVM with exit code 1 if one cannot be extracted, or 2 if the arguments are
     * invalid.
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
