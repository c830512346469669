package dev.heapwright.linker.packaged;

import dev.heapwright.core.marker.Marker;
import dev.heapwright.core.name.ClassName;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.diagnostic.DiagnosticId;
import dev.heapwright.diagnostic.Location;
import dev.heapwright.linker.artifact.ArtifactFiles;
import dev.heapwright.linker.artifact.Manifests;
import dev.heapwright.linker.artifact.UnreadableFile;
import dev.heapwright.linker.glue.Glue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;

/**
 * A final jar as packaged, with everything that is on the class path of the program in it: its root, the folder of
 * classes in a web archive or Spring Boot jar, and the nested jars.
 *
 * @param jar the jar
 * @param manifest the main attributes of its manifest
 * @param roots the class path roots in it
 */
public record PackagedJar(FinalJar jar, Attributes manifest, List<ClassPathRoot> roots) {
    private static final List<String> CLASS_FOLDERS = List.of("BOOT-INF/classes/", "WEB-INF/classes/");

    /** The folders of nested jars: in Spring Boot jars, web archives, resource adapter archives and others. */
    private static final List<String> JAR_FOLDERS =
            List.of("", "lib/", "BOOT-INF/lib/", "META-INF/lib/", "WEB-INF/lib/", "WEB-INF/lib-provided/");

    /**
     * Reads a jar.
     *
     * @param jar the location of the jar
     * @param wanted the classes to look for
     * @throws DiagnosticException if it or a file in it cannot be read, or is not a jar
     */
    static PackagedJar read(FinalJar jar, WantedClasses wanted) throws DiagnosticException {
        if (!Files.exists(jar.file())) {
            throw new DiagnosticException(
                    List.of(unreadable(jar, "there is no such file").withHelp("build it first, or correct its path")));
        }
        try {
            return open(jar, wanted);
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw unreadable(jar, e);
        }
    }

    /**
     * Reads a jar, which may be a copy of one in another.
     *
     * @param jar the location of the jar
     * @param wanted the classes to look for
     * @throws IOException if it or a file in it cannot be read, or is not a jar
     * @throws IllegalArgumentException from ZipFile, for entries whose names cannot be decoded
     */
    static PackagedJar open(FinalJar jar, WantedClasses wanted) throws IOException {
        try (ArtifactFiles files = ArtifactFiles.open(jar.file())) {
            Attributes manifest = Manifests.attributes(files);
            return new PackagedJar(
                    jar, manifest, roots(files, manifest, new NestedJars(files, Files.size(jar.file())), wanted));
        }
    }

    /** {@return what is thrown for a jar that cannot be read} */
    static DiagnosticException unreadable(FinalJar jar, Exception cause) {
        return new DiagnosticException(
                List.of(unreadable(jar, UnreadableFile.reason(cause)).withHelp("delete the file and build again")));
    }

    private static Diagnostic unreadable(FinalJar jar, String reason) {
        return Diagnostic.error(DiagnosticId.UNREADABLE_ARTIFACT, jar.name() + " cannot be read")
                .at(new Location.File(jar.file().toString()))
                .withDetail(reason);
    }

    private static List<ClassPathRoot> roots(
            ArtifactFiles files, Attributes manifest, NestedJars nested, WantedClasses wanted) throws IOException {
        List<String> all = files.below("");
        List<ClassPathRoot> roots = new ArrayList<>();
        List<String> rest = all;
        for (String folder : CLASS_FOLDERS) {
            List<String> inside =
                    rest.stream().filter(path -> path.startsWith(folder)).toList();
            rest = rest.stream().filter(path -> !path.startsWith(folder)).toList();
            if (!inside.isEmpty()) {
                roots.add(ClassPathRoot.read(files, folder, inside, wanted, folder));
            }
        }
        roots.add(0, ClassPathRoot.read(files, "", rest, wanted, ""));
        List<String> jars = jars(rest, manifest);
        if (jars.size() > NestedJars.MOST) {
            throw new IOException("it contains " + jars.size() + " jars; the limit is " + NestedJars.MOST);
        }
        for (String path : jars) {
            roots.add(nested.root(path, wanted));
        }
        return roots;
    }

    private static List<String> jars(List<String> paths, Attributes manifest) {
        Optional<String> bundled = Optional.ofNullable(manifest.getValue("Bundle-ClassPath"));
        List<String> listed = Arrays.stream(bundled.orElse("").split(",", -1))
                .map(each -> each.replaceFirst(";.*", "").strip())
                .toList();
        return paths.stream()
                .filter(path -> path.endsWith(".jar"))
                .filter(path ->
                        JAR_FOLDERS.contains(path.substring(0, path.lastIndexOf('/') + 1)) || listed.contains(path))
                .toList();
    }

    /** {@return whether it contains the heap} */
    boolean hasHeap() {
        return roots.stream().anyMatch(ClassPathRoot::hasHeap);
    }

    /** {@return whether the classes of dependencies are merged with its own, rather than in nested jars} */
    boolean isMerged() {
        return roots.get(0).hasHeap();
    }

    /** {@return whether there is a class file, anywhere on the class path} */
    boolean hasClass(String name) {
        return roots.stream().anyMatch(root -> root.classes().containsKey(ClassName.classFile(name)));
    }

    /** {@return the glue in it: the first of each name, in the order of the class path} */
    List<PackagedGlue> glue() {
        TreeSet<String> seen = new TreeSet<>();
        return roots.stream()
                .flatMap(root -> root.glue().stream())
                .filter(glue -> seen.add(glue.name()))
                .toList();
    }

    /**
     * {@return the files that newer JVMs load instead of classes of the binding: of the heap's, the glue, the allocator}
     *
     * @param allocators paths of the class files that may be the allocator's
     */
    List<String> replacements(Set<String> allocators) {
        Set<String> classes = classesOfBinding(allocators);
        return roots.stream()
                .flatMap(root -> root.replaced().entrySet().stream()
                        .filter(file -> classes.contains(file.getValue()))
                        .map(file -> ClassPathRoot.within(root.place(), file.getKey())))
                .toList();
    }

    /**
     * {@return the places of classes of the binding that are in several of its roots, and differ: one of each content}
     *
     * @param allocators paths of the class files that may be the allocator's
     */
    List<String> differing(Set<String> allocators) {
        List<String> differing = new ArrayList<>();
        for (String file : classesOfBinding(allocators)) {
            Map<ByteBuffer, String> places = new LinkedHashMap<>();
            for (ClassPathRoot root : roots) {
                Optional.ofNullable(root.classes().get(file))
                        .ifPresent(content -> places.putIfAbsent(content, ClassPathRoot.within(root.place(), file)));
            }
            if (places.size() > 1) {
                differing.addAll(places.values());
            }
        }
        return differing;
    }

    private Set<String> classesOfBinding(Set<String> allocators) {
        Set<String> classes = new TreeSet<>(allocators);
        glue().forEach(glue -> classes.add(ClassName.classFile(glue.name())));
        roots.forEach(root -> classes.addAll(root.heapClasses()));
        return classes;
    }

    /** {@return the markers of bindings in it} */
    List<Marker.OfBinding> markers() {
        return roots.stream().flatMap(root -> root.markers().stream()).toList();
    }

    /** {@return all entries of a service file, in any root; empty if there is none} */
    Optional<List<String>> registered(String serviceFile) {
        List<List<String>> found = roots.stream()
                .flatMap(root -> root.registered(serviceFile).stream())
                .toList();
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        found.stream().flatMap(List::stream).distinct().sorted().toList());
    }

    /** {@return whether it registers glue, for a heap under its original name} */
    boolean hasRegisteredGlue() {
        return registered(Glue.SERVICE_FILE).stream().anyMatch(names -> !names.isEmpty());
    }

    /** {@return the paths of the service files in it that list a certain name} */
    List<String> serviceFilesListing(String name) {
        return roots.stream()
                .flatMap(root -> root.services().entrySet().stream())
                .filter(file -> file.getValue().contains(name))
                .map(Map.Entry::getKey)
                .distinct()
                .sorted()
                .toList();
    }

    /** {@return the allocators that markers name for some glue, under their original names} */
    List<ClassName> markersOf(PackagedGlue glue) {
        return markers().stream()
                .filter(marker -> marker.glue().binary().equals(glue.name()))
                .map(Marker.OfBinding::allocator)
                .distinct()
                .sorted()
                .toList();
    }

    /** {@return the files that occur more than once in one root} */
    List<String> repeated() {
        return roots.stream()
                .flatMap(root -> root.repeated().stream().map(file -> ClassPathRoot.within(root.place(), file)))
                .toList();
    }

    /** {@return an attribute of its manifest, if it has it} */
    Optional<String> attribute(String name) {
        return Optional.ofNullable(manifest.getValue(name));
    }

    /** {@return whether {@code java -jar} can start it} */
    boolean isExecutable() {
        return attribute("Main-Class").isPresent();
    }
}
