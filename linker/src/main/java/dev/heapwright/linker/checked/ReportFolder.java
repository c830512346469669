package dev.heapwright.linker.checked;

import dev.heapwright.linker.build.BuildCache;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder of a module in which JVMs with checked glue write their findings when they end. Checked glue writes only
 * if the folder exists, and does not create it; so it exists only in a build that reads it. Files of an earlier build
 * are deleted before this build runs any code, and otherwise ignored.
 *
 * @param cache of the build, which remembers the folders that were emptied in this build
 * @param folder the folder, which need not exist
 */
public record ReportFolder(BuildCache cache, Path folder) {
    /** As in {@code dev.heapwright.heap.checked.ReportFiles}: {@code pid-number.running} becomes {@code .txt}. */
    static final String RUNNING = ".running";

    static final String DONE = ".txt";

    /** The folder's name, in a module's build folder. */
    public static final String NAME = "heapwright-checked";

    /**
     * {@return the folder of a module}
     *
     * @param cache of the build
     * @param build the module's build folder
     */
    public static ReportFolder of(BuildCache cache, Path build) {
        return new ReportFolder(cache, build.resolve(NAME));
    }

    /**
     * Creates it, and empties it unless this build has done so: goals that fork a lifecycle bind a second time, after
     * the tests have run.
     *
     * @throws IOException if it cannot be created or emptied
     */
    public void open() throws IOException {
        Files.createDirectories(folder);
        if (cache.mark(key())) {
            deleteReports();
        }
    }

    /**
     * Deletes the files of an earlier build, unless the folder was opened in this one.
     *
     * @throws IOException if a file cannot be deleted
     */
    public void deleteUnlessOpen() throws IOException {
        if (!isOpen() && Files.isDirectory(folder)) {
            deleteReports();
            try {
                Files.delete(folder);
            } catch (DirectoryNotEmptyException e) {
                // Other files in the folder are not Heapwright's.
            }
        }
    }

    /** {@return whether its contents are from this build} */
    boolean isOpen() {
        return cache.isMarked(key()) && Files.isDirectory(folder);
    }

    /** {@return the files with such a suffix, sorted by name} */
    List<Path> files(String end) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
        }
    }

    private void deleteReports() throws IOException {
        for (String end : List.of(RUNNING, DONE)) {
            for (Path file : files(end)) {
                Files.deleteIfExists(file);
            }
        }
    }

    private String key() {
        return "dev.heapwright.checked:" + folder.toAbsolutePath();
    }
}
