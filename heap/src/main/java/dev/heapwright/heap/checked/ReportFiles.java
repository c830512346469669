package dev.heapwright.heap.checked;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.CodeSource;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Where a build finds the reports at exit: nobody reads the last output of the JVMs in which tests run. The Maven
 * plugin creates a folder when it builds a module with checked glue; if that folder is next to the glue's own class
 * folder or jar, or in the build folder below the working directory, a file is written there, and nowhere else. While
 * the JVM is running, its name ends in {@value #RUNNING}, afterwards in {@value #DONE}; if nothing was found, it is
 * empty.
 */
final class ReportFiles {
    /** No file. */
    static final ReportFiles NONE = new ReportFiles(Set.of());

    /** The folder's name. */
    static final String FOLDER = "heapwright-checked";

    static final String RUNNING = ".running";
    static final String DONE = ".txt";

    private static final int MOST_PROGRAMS = 1000;

    private final Set<Path> folders;

    /** The file that is written, and the name it gets in the end. */
    private final Map<Path, Path> files = new LinkedHashMap<>();

    private ReportFiles(Set<Path> folders) {
        this.folders = folders;
    }

    /** {@return the files of a program with that glue} */
    static ReportFiles of(Class<?> glue) {
        Set<Path> folders = new LinkedHashSet<>();
        String configured = System.getProperty("heapwright.checked.report", "");
        if (configured.equals("none")) {
            return NONE;
        }
        try {
            if (!configured.isEmpty()) {
                folders.add(Files.createDirectories(Path.of(configured)).toRealPath());
            }
            addExisting(Path.of("target", FOLDER), folders);
            CodeSource source = glue.getProtectionDomain().getCodeSource();
            if (source != null && source.getLocation() != null) {
                addExisting(Path.of(source.getLocation().toURI()).resolveSibling(FOLDER), folders);
            }
        } catch (IOException
                | URISyntaxException
                | IllegalArgumentException
                | FileSystemNotFoundException
                | SecurityException e) {
            // A class loader with its own kind of URLs, or a missing disk: it is reported on the console nevertheless.
        }
        return new ReportFiles(folders);
    }

    private static void addExisting(Path folder, Set<Path> folders) throws IOException {
        if (Files.isDirectory(folder)) {
            folders.add(folder.toRealPath());
        }
    }

    /** Creates a file that shows that this JVM is running. */
    synchronized void begin() {
        for (Path folder : folders) {
            try {
                String name = unused(folder);
                files.put(Files.createFile(folder.resolve(name + RUNNING)), folder.resolve(name + DONE));
            } catch (IOException | UnsupportedOperationException | SecurityException e) {
                // As above.
            }
        }
    }

    /** {@return a name that identifies the process: a JVM may run several programs, and a build several JVMs} */
    private static String unused(Path folder) throws IOException {
        for (int i = 1; i <= MOST_PROGRAMS; i++) {
            String name = ProcessHandle.current().pid() + "-" + i;
            if (Files.notExists(folder.resolve(name + RUNNING)) && Files.notExists(folder.resolve(name + DONE))) {
                return name;
            }
        }
        throw new IOException("more than " + MOST_PROGRAMS + " programs");
    }

    /** Writes what was found, even if it is nothing. */
    synchronized void end(String text) {
        files.forEach((running, done) -> {
            try {
                // It has been deleted if a new build, to which this JVM does not belong, has begun in the meantime.
                Files.writeString(running, text, StandardOpenOption.WRITE);
                Files.move(running, done);
            } catch (IOException | SecurityException e) {
                // As above.
            }
        });
    }

    /**
     * {@return the stream to print to: in a JVM of surefire, the process's own, as surefire has replaced System.err
     * with one whose other end is already closed}
     */
    PrintStream standardError() {
        return System.getProperty("surefire.test.class.path") == null
                        && System.getProperty("surefire.real.class.path") == null
                ? System.err
                : new PrintStream(new FileOutputStream(FileDescriptor.err), true);
    }
}
