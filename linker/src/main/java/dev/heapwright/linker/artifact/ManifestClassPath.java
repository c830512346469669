package dev.heapwright.linker.artifact;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Attributes;

/**
 * What the manifests of jars add to a class path, by the attribute {@code Class-Path}: URLs, separated by spaces. The JVM
 * follows it from jar to jar, opens each file once, and passes over what is not there or cannot be opened.
 *
 * @see <a href="https://docs.oracle.com/en/java/javase/17/docs/specs/jar/jar.html#class-path-attribute">JAR File
 *     Specification: Class-Path Attribute</a>
 */
public final class ManifestClassPath {
    private ManifestClassPath() {}

    /**
     * Something that is added to a class path.
     *
     * @param by the jar whose manifest names it
     * @param file a jar, or a class folder
     */
    record Added(Path by, Path file) {}

    /**
     * {@return a class path, each file once, and after it what its manifests add; not a copy of a file that is listed}
     *
     * @param classPath jars and class folders, which need not exist
     * @throws IOException if a file cannot be read
     */
    public static List<Path> followed(List<Path> classPath) throws IOException {
        Set<Path> opened = new HashSet<>();
        List<Path> all = new ArrayList<>();
        for (Path each : classPath) {
            if (opened.add(file(each))) {
                all.add(each);
            }
        }
        for (Added each : added(classPath, named(classPath))) {
            if (Files.isDirectory(each.file()) || !isCopied(each.file(), classPath)) {
                all.add(each.file());
            }
        }
        return all;
    }

    /** {@return what is the same for all paths to a file} */
    private static Path file(Path path) throws IOException {
        return Files.exists(path) ? path.toRealPath() : path.toAbsolutePath().normalize();
    }

    private static boolean isCopied(Path file, List<Path> classPath) throws IOException {
        for (Path each : classPath) {
            if (Files.isRegularFile(each) && Files.mismatch(each, file) < 0) {
                return true;
            }
        }
        return false;
    }

    /** {@return what jars name, as far as they can be opened} */
    static List<Added> named(List<Path> jars) {
        return jars.stream()
                .flatMap(jar -> named(jar).stream())
                .flatMap(List::stream)
                .toList();
    }

    /** {@return what a file names; empty if it cannot be opened: the JVM passes over it, and whoever judges what is listed does not} */
    private static Optional<List<Added>> named(Path jar) {
        try (ArtifactFiles files = ArtifactFiles.open(jar)) {
            return Optional.of(
                    named(jar, files).stream().map(file -> new Added(jar, file)).toList());
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** {@return what a jar names, whether or not it is there; a class folder names nothing} */
    static List<Path> named(Path location, ArtifactFiles files) throws IOException {
        if (!Files.isRegularFile(location)) {
            return List.of();
        }
        // Nearly all manifests have none, and some have thousands of lines: they need not be parsed.
        byte[] manifest = Manifests.content(files);
        String text = new String(manifest, StandardCharsets.ISO_8859_1);
        if (!text.toLowerCase(Locale.ROOT).contains("class-path")) {
            return List.of();
        }
        String urls = Optional.ofNullable(Manifests.attributes(manifest).getValue(Attributes.Name.CLASS_PATH))
                .orElse("");
        List<Path> named = new ArrayList<>();
        for (String url : urls.split("\\s+", -1)) {
            if (!url.isEmpty()) {
                resolve(location, url).ifPresent(named::add);
            }
        }
        return named;
    }

    /** As the JVM does: it follows URLs of files, also absolute ones, and no others. */
    private static Optional<Path> resolve(Path jar, String url) {
        int colon = url.indexOf(':');
        if (colon >= 0 && !url.substring(0, colon).equalsIgnoreCase("file")) {
            return Optional.empty();
        }
        try {
            URL file = new URL(jar.toAbsolutePath().toUri().toURL(), url);
            boolean isHere = file.getHost().isEmpty() || file.getHost().equalsIgnoreCase("localhost");
            // A plus is no space here.
            String path = URLDecoder.decode(file.getFile().replace("+", "%2B"), StandardCharsets.UTF_8);
            return isHere ? Optional.of(Path.of(path)) : Optional.empty();
        } catch (MalformedURLException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * {@return what is added to a class path: each file that is there, once}
     *
     * @param classPath jars and class folders, which need not exist
     * @param named what the manifests of those and of others that are started with it name
     */
    static List<Added> added(List<Path> classPath, List<Added> named) throws IOException {
        Set<Path> opened = new HashSet<>();
        for (Path each : classPath) {
            opened.add(file(each));
        }
        List<Added> added = new ArrayList<>();
        Deque<Added> waiting = new ArrayDeque<>(named);
        for (Added next = waiting.poll(); next != null; next = waiting.poll()) {
            if (Files.exists(next.file()) && opened.add(file(next.file()))) {
                Optional<List<Added>> further = named(next.file());
                if (further.isPresent()) {
                    added.add(next);
                    waiting.addAll(further.get());
                }
            }
        }
        return added;
    }
}
