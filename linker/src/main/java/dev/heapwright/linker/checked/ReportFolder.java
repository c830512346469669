package dev.heapwright.linker.checked;

import dev.heapwright.linker.build.BuildCache;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder of a module in which JVMs with checked glue write what they find when they end. Checked glue writes where
 * the folder is, and does not make it; so it is there only in a build that reads it. What an earlier build has left there
 * is deleted before anything of this build runs, and is ignored if it was not.
 *
 * @param cache of the build, which remembers the folders that were emptied in this build
 * @param folder which need not exist
 */
public record ReportFolder(BuildCache cache, Path folder) {
    /** As in {@code dev.heapwright.heap.checked.ReportFiles}: {@code pid-number.running} becomes {@code .txt}. */
    static final String RUNNING = ".running";

    static final String DONE = ".txt";

    private static final String NAME = "heapwright-checked";

    /**
     * {@return that of a module}
     *
     * @param cache of the build
     * @param build the module's build folder
     */
    public static ReportFolder of(BuildCache cache, Path build) {
        return new ReportFolder(cache, build.resolve(NAME));
    }

    /**
     * Makes it, and empties it if this build has not done so: goals that fork a lifecycle bind a second time, when the
     * tests have run.
     *
     * @throws IOException if it cannot be made or emptied
     */
    public void open() throws IOException {
        Files.createDirectories(folder);
        if (cache.mark(key())) {
            deleteReports();
        }
    }

    /**
     * Deletes what an earlier build has left, unless it was opened in this one.
     *
     * @throws IOException if a file cannot be deleted
     */
    public void deleteUnlessOpen() throws IOException {
        if (!isOpen() && Files.isDirectory(folder)) {
            deleteReports();
            try {
                Files.delete(folder);
            } catch (DirectoryNotEmptyException e) {
                // What else is in there is not ours.
            }
        }
    }

    /** {@return whether what is in it is of this build} */
    boolean isOpen() {
        return cache.isMarked(key()) && Files.isDirectory(folder);
    }

    /** {@return the files with such an end, by name} */
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
