package dev.heapwright.linker.glue;

import dev.heapwright.core.marker.MalformedMarkerException;
import dev.heapwright.core.marker.Marker;
import dev.heapwright.core.marker.MarkerParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The two folders that glue is generated into, which contain nothing else. After writing, they contain exactly the
 * files of the glue. Each file is written elsewhere and moved into place, so that an interrupted build leaves none
 * half-written; one that is already correct is not touched, so that it does not cause recompilation. Files of earlier
 * glue are deleted before anything is written, resources before sources, and resources are written last: the service
 * file makes glue effective, and never exists without its class.
 *
 * @param build the module's build folder
 * @param sources the folder of the sources, in the build folder
 * @param resources the folder of the resources, in the build folder
 */
public record GlueFolders(Path build, Path sources, Path resources) {

    /**
     * Replaces the contents with glue.
     *
     * @param glue what to write
     * @throws IOException if a file cannot be written or deleted
     */
    public void write(Glue glue) throws IOException {
        deleteOthers(resources, glue.resources());
        deleteOthers(sources, glue.sources());
        writeAll(sources, glue.sources());
        writeAll(resources, glue.resources());
    }

    /**
     * Deletes files of earlier glue from the module's class folder: goals that copy resources and compile classes only
     * add files to that folder.
     *
     * @param classes the module's class folder, which need not exist
     * @param glue the current glue
     * @throws IOException if a file cannot be read or deleted
     */
    public void cleanOutput(Path classes, Glue glue) throws IOException {
        if (!glue.resources().containsKey(Marker.OfLibrary.PATH)) {
            Files.deleteIfExists(classes.resolve(Marker.OfLibrary.PATH));
        }
        Path markers = classes.resolve(Marker.OfBinding.FOLDER);
        if (!Files.isDirectory(markers)) {
            return;
        }
        for (Path marker : files(markers)) {
            if (!holds(marker, glue.resources().get(relative(classes, marker)))) {
                deleteEarlier(classes, marker);
            }
        }
    }

    private static void deleteEarlier(Path classes, Path marker) throws IOException {
        try {
            if (MarkerParser.parse(relative(classes, marker), Files.readAllBytes(marker))
                    instanceof Marker.OfBinding binding) {
                Path services = classes.resolve(Glue.SERVICE_FILE);
                if (holds(services, binding.glue().binary() + "\n")) {
                    Files.delete(services);
                }
                Files.deleteIfExists(classes.resolve(binding.glue().classFile()));
            }
        } catch (MalformedMarkerException e) {
            // A truncated marker, from a build that was interrupted while copying: it cannot say which glue it belonged
            // to.
        }
        Files.delete(marker);
    }

    private void writeAll(Path folder, Map<String, String> files) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path target = folder.resolve(file.getKey());
            if (!holds(target, file.getValue())) {
                Files.createDirectories(target.getParent());
                // Written outside of the folder, as everything in it is compiled or packaged. Java's temporary files
                // are readable by their owner only, but everybody who runs the program must be able to read what is
                // packaged.
                Path aside = build.resolve("heapwright-" + UUID.randomUUID() + ".tmp");
                try {
                    Files.writeString(aside, file.getValue(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                    Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                } finally {
                    Files.deleteIfExists(aside);
                }
            }
        }
    }

    private static void deleteOthers(Path folder, Map<String, String> files) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        for (Path file : files(folder)) {
            if (!holds(file, files.get(relative(folder, file)))) {
                Files.delete(file);
            }
        }
    }

    private static boolean holds(Path file, @Nullable String content) throws IOException {
        return content != null
                && Files.isRegularFile(file)
                && Arrays.equals(Files.readAllBytes(file), content.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).toList();
        }
    }

    private static String relative(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }
}
