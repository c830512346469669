package dev.heapwright.linker.packaged;

import dev.heapwright.core.marker.MalformedMarkerException;
import dev.heapwright.core.marker.Marker;
import dev.heapwright.core.marker.MarkerParser;
import dev.heapwright.core.name.ClassName;
import dev.heapwright.linker.artifact.ArtifactFiles;
import dev.heapwright.linker.artifact.ServiceFile;
import dev.heapwright.linker.glue.Glue;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A class path root in a jar, with the files of bindings that are in it.
 *
 * @param place the folder or the jar in the jar; empty for the jar itself
 * @param classes the contents of the wanted class files, by path relative to the root
 * @param services the entries of those service files that may be the heap's, by path
 * @param glue the glue classes
 * @param markers the well-formed markers of bindings
 * @param repeated the files of a binding that occur more than once; which copy is read is undefined
 * @param replaced the wanted classes that newer JVMs load from {@code META-INF/versions}, by the path of the file there
 */
record ClassPathRoot(
        String place,
        TreeMap<String, ByteBuffer> classes,
        TreeMap<String, List<String>> services,
        List<PackagedGlue> glue,
        List<Marker.OfBinding> markers,
        TreeSet<String> repeated,
        TreeMap<String, String> replaced) {
    /** More potential files of a binding than any jar has; each is read. */
    static final int MOST = 1_000;

    private ClassPathRoot(String place) {
        this(
                place,
                new TreeMap<>(),
                new TreeMap<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new TreeSet<>(),
                new TreeMap<>());
    }

    /**
     * Reads a class path root.
     *
     * @param files of a jar
     * @param folder the root if it is a folder of the jar, with a trailing slash; empty if it is the jar as a whole
     * @param paths of the files that are below the folder, but not below another root
     * @param wanted the classes to look for and glue, without their packages
     * @param place how the root is described to the user
     * @throws IOException if a file cannot be read, or if there are too many
     */
    static ClassPathRoot read(
            ArtifactFiles files, String folder, List<String> paths, WantedClasses wanted, String place)
            throws IOException {
        ClassPathRoot root = new ClassPathRoot(place);
        List<String> mattering = paths.stream()
                .filter(path -> matters(path.substring(folder.length()), wanted))
                .toList();
        if (mattering.size() > MOST) {
            throw new IOException(
                    "it contains " + mattering.size() + " files that could be part of a binding; the limit is " + MOST);
        }
        for (String path : mattering) {
            String file = path.substring(folder.length());
            root.add(file, files, path, wanted);
            if (root.isPartOfBinding(file, wanted) && files.isAmbiguous(path)) {
                root.repeated.add(file);
            }
        }
        for (String version : folder.isEmpty() ? files.versionFolders() : List.<String>of()) {
            paths.stream()
                    .filter(path -> path.startsWith(version))
                    .map(path -> path.substring(version.length()))
                    .filter(wanted::contains)
                    .forEach(file -> root.replaced.put(version + file, file));
        }
        return root;
    }

    private static boolean matters(String file, WantedClasses wanted) {
        return isServiceFile(file)
                || file.startsWith(Marker.OfBinding.FOLDER)
                || (!file.startsWith("META-INF/") && wanted.contains(file));
    }

    /** Other classes and services may be called Binding, too. */
    private boolean isPartOfBinding(String file, WantedClasses wanted) {
        return file.startsWith(Marker.OfBinding.FOLDER)
                || file.equals(Glue.SERVICE_FILE)
                || wanted.isGlue(file)
                || services.getOrDefault(file, List.of()).stream()
                        .anyMatch(name -> wanted.isGlue(ClassName.classFile(name)));
    }

    private static boolean isServiceFile(String file) {
        return file.startsWith(ServiceFile.FOLDER) && file.endsWith(PackagedGlue.BINDING);
    }

    private void add(String file, ArtifactFiles files, String path, WantedClasses wanted) throws IOException {
        if (isServiceFile(file)) {
            services.put(file, ServiceFile.read(files, path).orElse(List.of()));
        } else if (file.startsWith(Marker.OfBinding.FOLDER)) {
            marker(file, files.read(path, MarkerParser.LARGEST + 1)).ifPresent(markers::add);
        } else {
            byte[] content = files.readClassFile(path).orElseThrow();
            classes.put(file, ByteBuffer.wrap(content));
            if (wanted.isGlue(file)) {
                PackagedGlue.read(file, content, place).ifPresent(glue::add);
            }
        }
    }

    /**
     * Markers of dependencies were checked with them, the module's own with its class folder: malformed ones are not
     * reported again.
     */
    private static Optional<Marker.OfBinding> marker(String file, Optional<byte[]> content) {
        try {
            return MarkerParser.parse(file, content.orElseGet(() -> new byte[0])) instanceof Marker.OfBinding binding
                    ? Optional.of(binding)
                    : Optional.empty();
        } catch (MalformedMarkerException e) {
            return Optional.empty();
        }
    }

    /** {@return whether the heap is here, under any name} */
    boolean hasHeap() {
        return heapFolders().findFirst().isPresent();
    }

    /** {@return the classes of the heap that is here, as far as they were asked for} */
    List<String> heapClasses() {
        return heapFolders()
                .flatMap(folder -> classes.keySet().stream().filter(file -> file.startsWith(folder)))
                .toList();
    }

    private Stream<String> heapFolders() {
        return classes.keySet().stream()
                .filter(file -> file.endsWith("/" + WantedClasses.HEAP))
                .map(file -> file.substring(0, file.lastIndexOf('/') + 1))
                .filter(folder -> classes.containsKey(folder + WantedClasses.BINDING));
    }

    /** {@return the names that the service file of a class lists here; empty if there is none} */
    Optional<List<String>> registered(String serviceFile) {
        return Optional.ofNullable(services.get(serviceFile));
    }

    /** {@return the description for the user of something at a place} */
    static String within(String place, String what) {
        return place.isEmpty() ? what : what + " in " + place;
    }
}
