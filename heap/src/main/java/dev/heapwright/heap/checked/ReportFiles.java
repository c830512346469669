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
 * Where a build finds what is told at exit: tests run in JVMs of which nobody reads the last words. The Maven plugin makes a
 * folder where it builds a module with checked glue; where that is beside the glue's own class folder or jar, or in the
 * build folder below the working directory, a file is written there, and nowhere else. Until the JVM has ended, its name
 * ends in {@value #RUNNING}, then in {@value #DONE}; where nothing was found it is empty.
 */
final class ReportFiles {
    /** Nowhere. */
    static final ReportFiles NONE = new ReportFiles(Set.of());

    /** The folder's name. */
    static final String FOLDER = "heapwright-checked";

    static final String RUNNING = ".running";
    static final String DONE = ".txt";

    private static final int MOST_PROGRAMS = 1000;

    private final Set<Path> folders;

    /** What is written, and what it becomes. */
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
            // A class loader with addresses of its own, or a disk that is not there: it is told on the console all the
            // same.
        }
        return new ReportFiles(folders);
    }

    private static void addExisting(Path folder, Set<Path> folders) throws IOException {
        if (Files.isDirectory(folder)) {
            folders.add(folder.toRealPath());
        }
    }

    /** Leaves a sign that this JVM runs. */
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

    /** {@return a name that says which process it is: a JVM may run several programs, and a build several JVMs} */
    private static String unused(Path folder) throws IOException {
        for (int i = 1; i <= MOST_PROGRAMS; i++) {
            String name = ProcessHandle.current().pid() + "-" + i;
            if (Files.notExists(folder.resolve(name + RUNNING)) && Files.notExists(folder.resolve(name + DONE))) {
                return name;
            }
        }
        throw new IOException("more than " + MOST_PROGRAMS + " programs");
    }

    /** Writes what was found, also if it is nothing. */
    synchronized void end(String text) {
        files.forEach((running, done) -> {
            try {
                // It is gone where a new build has begun meanwhile, which this JVM is no part of.
                Files.writeString(running, text, StandardOpenOption.WRITE);
                Files.move(running, done);
            } catch (IOException | SecurityException e) {
                // As above.
            }
        });
    }

    /**
     * {@return where it is printed: to the process's own stream in a JVM of surefire's, which has put another in place of
     * it whose other end is gone by now}
     */
    PrintStream standardError() {
        return System.getProperty("surefire.test.class.path") == null
                        && System.getProperty("surefire.real.class.path") == null
                ? System.err
                : new PrintStream(new FileOutputStream(FileDescriptor.err), true);
    }
}
