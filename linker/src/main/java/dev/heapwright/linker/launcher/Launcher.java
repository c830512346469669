package dev.heapwright.linker.launcher;

import dev.heapwright.core.elf.Machine;
import dev.heapwright.core.process.ProcessAllocator;
import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.linker.process.NotLinkable;
import dev.heapwright.linker.process.ProcessLibraryReader;
import dev.heapwright.linker.process.ReplacedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A folder with a script that starts any program with an allocator, and with the allocator's libraries, one for each processor.
 * It can be copied as a whole to wherever the program runs.
 *
 * <p>The libraries are found and verified first, then written: if there is none, nothing is changed. The same folder is written
 * for the same class path, and files that are right already are not touched.
 *
 * @param allocator that programs are started with
 * @param classpath where its libraries are
 */
public record Launcher(ProcessAllocator allocator, List<Path> classpath) {
    /** The file name of the script. */
    public static final String SCRIPT = "heapwright-launch";

    /** Copies the list. */
    public Launcher {
        classpath = List.copyOf(classpath);
    }

    /**
     * Makes it.
     *
     * @param folder that it is written to, in which nothing else is changed
     * @return the platforms that it runs on, such as {@code linux-x64}, sorted
     * @throws DiagnosticException if there is no library of the allocator, or a wrong one
     * @throws IOException if a file cannot be read or written
     */
    public List<String> write(Path folder) throws DiagnosticException, IOException {
        Map<Machine, ProcessLibraryReader.Library> libraries = libraries(folder);
        delete(folder);
        for (Map.Entry<Machine, ProcessLibraryReader.Library> library : libraries.entrySet()) {
            Path file = folder.resolve(path(allocator, library.getKey()));
            Files.createDirectories(file.getParent());
            ReplacedFile.write(file, library.getValue().content());
        }
        ReplacedFile.write(
                folder.resolve(SCRIPT), LauncherScript.of(allocator, libraries).getBytes(StandardCharsets.UTF_8));
        return libraries.keySet().stream().map(Launcher::platform).sorted().toList();
    }

    /**
     * Deletes a launcher that was made earlier, if there is one.
     *
     * @param folder that it was written to; what else is in there is kept
     * @throws IOException if a file cannot be deleted
     */
    public static void delete(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(SCRIPT));
        for (Machine machine : Machine.values()) {
            for (ProcessAllocator allocator : ProcessAllocator.values()) {
                Files.deleteIfExists(folder.resolve(path(allocator, machine)));
            }
            deleteIfEmpty(folder.resolve(platform(machine)));
        }
        deleteIfEmpty(folder);
    }

    private Map<Machine, ProcessLibraryReader.Library> libraries(Path folder) throws DiagnosticException, IOException {
        ProcessLibraryReader reader = new ProcessLibraryReader(classpath, NotLinkable.LAUNCHER, folder);
        Map<Machine, ProcessLibraryReader.Library> libraries = new EnumMap<>(Machine.class);
        for (Machine machine : Machine.values()) {
            Optional<ProcessLibraryReader.Library> library = reader.find(allocator, machine);
            library.ifPresent(found -> libraries.put(machine, found));
        }
        if (libraries.isEmpty()) {
            throw reader.missing(allocator, "Linux");
        }
        return libraries;
    }

    static String platform(Machine machine) {
        return "linux-" + machine.platform();
    }

    private static String path(ProcessAllocator allocator, Machine machine) {
        return platform(machine) + "/" + allocator.library();
    }

    private static void deleteIfEmpty(Path folder) throws IOException {
        try {
            Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException e) {
            // It has files of others.
        }
    }
}
