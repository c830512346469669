package dev.heapwright.linker.artifact;

import dev.heapwright.core.name.Coordinates;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;

/** Determines the coordinates of an artifact of which only the file is known. */
public final class JarCoordinates {
    private static final Pattern PROPERTIES = Pattern.compile("META-INF/maven/[^/]+/[^/]+/pom\\.properties");

    private static final int LARGEST_PROPERTIES = 64 * 1024;

    private JarCoordinates() {}

    /**
     * {@return the coordinates that a jar built by Maven has in it, if it is made of one artifact; else its name is that of
     * its file: {@code lib/pool-1.2.jar} is {@code file:pool-1.2:unknown}}
     *
     * @param artifact a jar or a class folder, which need not exist
     */
    public static Coordinates of(Path artifact) {
        if (Files.isRegularFile(artifact)) {
            try (JarFile jar = new JarFile(artifact.toFile())) {
                List<? extends ZipEntry> entries = jar.stream()
                        .filter(entry -> PROPERTIES.matcher(entry.getName()).matches())
                        .toList();
                if (entries.size() == 1) {
                    return read(jar, entries.get(0));
                }
            } catch (IOException | IllegalArgumentException e) {
                // Whatever reads the artifact itself reports what is wrong with it; what it says of its name is not
                // used.
            }
        }
        return file(artifact, 1);
    }

    /**
     * {@return the coordinates of artifacts, in their order; those that would be called the same are called by as much of their
     * paths as tells them apart: {@code file:pool_target_classes:unknown}}
     *
     * @param artifacts jars and class folders, which need not exist, each once
     */
    static Map<Path, Coordinates> of(List<Path> artifacts) {
        Map<Path, Coordinates> names = new LinkedHashMap<>();
        artifacts.forEach(each -> names.put(each, of(each)));
        artifacts.stream().collect(Collectors.groupingBy(names::get)).values().stream()
                .filter(same -> same.size() > 1)
                .forEach(same -> names.putAll(toldApart(same)));
        return names;
    }

    private static Map<Path, Coordinates> toldApart(List<Path> artifacts) {
        int most = artifacts.stream()
                .mapToInt(each -> absolute(each).getNameCount())
                .max()
                .orElseThrow();
        Map<Path, Coordinates> names = new HashMap<>();
        for (int parts = 1; parts <= most && Set.copyOf(names.values()).size() < artifacts.size(); parts++) {
            for (Path each : artifacts) {
                names.put(each, file(each, parts));
            }
        }
        return names;
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    /** {@return the name of a file, with the last parts of its path; the root folder has none} */
    private static Coordinates file(Path path, int parts) {
        Path absolute = absolute(path);
        int count = absolute.getNameCount();
        String name = count == 0
                ? "root"
                : absolute.subpath(Math.max(0, count - parts), count).toString();
        return new Coordinates("file", name.replaceFirst("[.]jar$", "").replaceAll("[^\\w.-]", "_"), "unknown");
    }

    private static Coordinates read(JarFile jar, ZipEntry entry) throws IOException {
        Properties properties = new Properties();
        try (InputStream file = jar.getInputStream(entry)) {
            // What a hostile jar's decompresses to would not fit into memory.
            properties.load(new ByteArrayInputStream(file.readNBytes(LARGEST_PROPERTIES)));
        }
        return new Coordinates(
                properties.getProperty("groupId", ""),
                properties.getProperty("artifactId", ""),
                properties.getProperty("version", ""));
    }
}
