package dev.heapwright.linker.image;

import dev.heapwright.linker.process.ReplacedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * An image in a zip file. {@code maven-jlink-plugin} makes it together with the folder, before anything can be linked.
 *
 * @param zip which has the image in it, and perhaps more
 * @param prefix of all of the image's paths in it: empty, or a folder and a slash
 */
record PackedImage(Path zip, String prefix) {
    /**
     * {@return an image with programs of these names; empty if there is none in the zip file}
     *
     * @param zip a zip file, which may have anything in it
     * @param programs their paths in the image, at least one
     */
    static Optional<PackedImage> find(Path zip, List<String> programs) throws IOException {
        try (ZipFile packed = new ZipFile(zip.toFile())) {
            String first = programs.get(0);
            for (ZipEntry entry : Collections.list(packed.entries())) {
                String prefix = entry.getName().replaceFirst("(^|/)\\Q" + first + "\\E$", "$1");
                if (!prefix.equals(entry.getName())
                        && programs.stream().allMatch(each -> packed.getEntry(prefix + each) != null)) {
                    return Optional.of(new PackedImage(zip, prefix));
                }
            }
            return Optional.empty();
        }
    }

    /**
     * {@return the content of a file that is in it}
     *
     * @param path in the image
     */
    byte[] content(String path) throws IOException {
        try (ZipFile packed = new ZipFile(zip.toFile())) {
            return packed.getInputStream(packed.getEntry(prefix + path)).readAllBytes();
        }
    }

    /**
     * {@return those files that are not in it, or with other content}
     *
     * @param files content of each, by its path in the image
     */
    SortedMap<String, byte[]> changed(Map<String, byte[]> files) throws IOException {
        SortedMap<String, byte[]> changed = new TreeMap<>();
        try (ZipFile packed = new ZipFile(zip.toFile())) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = packed.getEntry(prefix + file.getKey());
                if (entry == null || !Arrays.equals(packed.getInputStream(entry).readAllBytes(), file.getValue())) {
                    changed.put(prefix + file.getKey(), file.getValue());
                }
            }
        }
        return changed;
    }

    /** Replaces the zip file, unless each file in it has that content. */
    void write(Map<String, byte[]> files) throws IOException {
        Map<String, byte[]> changed = changed(files);
        if (!changed.isEmpty()) {
            ReplacedFile.write(zip, ImageZip.with(Files.readAllBytes(zip), changed));
        }
    }
}
