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
 * The two folders that glue is generated into, which hold nothing else. Afterwards they hold exactly the files of the
 * glue: each is written aside and moved into place, so that a build that is stopped leaves none half-written; one that
 * is right already is left alone, so that nothing is compiled again for it. What is left of an earlier glue is deleted
 * before anything is written, resources before sources, and resources are written last: the service file makes glue
 * effective, and is never there without its class.
 *
 * @param build the module's build folder
 * @param sources the folder of the sources, in the build folder
 * @param resources the folder of the resources, in the build folder
 */
public record GlueFolders(Path build, Path sources, Path resources) {

    /**
     * Writes glue in place of what was there.
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
     * Deletes from the module's class folder what is left there of an earlier glue: goals that copy resources and
     * compile classes add to that folder, and take nothing away.
     *
     * @param classes the module's class folder, which need not exist
     * @param glue what was generated now
     * @throws IOException if a file cannot be read or deleted
     */
    public void cleanOutput(Path classes, Glue glue) throws IOException {
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
            // Half a marker, of a build that was stopped while it copied: there is nothing to learn from it.
        }
        Files.delete(marker);
    }

    private void writeAll(Path folder, Map<String, String> files) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path target = folder.resolve(file.getKey());
            if (!holds(target, file.getValue())) {
                Files.createDirectories(target.getParent());
                // Aside is outside of the folder: whatever is inside is compiled or packaged. Only its owner may read a
                // temporary file of Java's, and all who run the program read what is packaged.
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
