package dev.heapwright.linker.packaged;

import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.diagnostic.DiagnosticId;
import dev.heapwright.diagnostic.Location;
import dev.heapwright.linker.artifact.ArtifactFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An ear. Each of the archives in it was checked with its own module, but making the ear may have moved the heap out of
 * them, to the ear's own libraries, or have put another one there.
 *
 * @param ear the file
 * @param bound the paths of the archives in it that contain glue and the heap
 * @param withoutHeap the paths of those that contain only glue
 * @param libraryHeaps the paths of the libraries, shared by all archives, that contain the heap; empty if nothing has glue
 * @param otherHeaps the paths of the other jars that contain the heap and no glue; an archive may have them on its class path
 */
public record EnterpriseArchive(
        FinalJar ear,
        List<String> bound,
        List<String> withoutHeap,
        List<String> libraryHeaps,
        List<String> otherHeaps) {
    private static final WantedClasses ONLY_THE_HEAP = new WantedClasses(List.of(), List.of());
    private static final String JAR = ".jar";
    private static final String DESCRIPTOR = "META-INF/application.xml";
    private static final int LARGEST_DESCRIPTOR = 1 << 20;
    private static final Pattern LIBRARY_FOLDER =
            Pattern.compile("<library-directory>\\s*/?([^<]*?)/?\\s*</library-directory>");

    /** Copies the lists. */
    public EnterpriseArchive {
        bound = List.copyOf(bound);
        withoutHeap = List.copyOf(withoutHeap);
        libraryHeaps = List.copyOf(libraryHeaps);
        otherHeaps = List.copyOf(otherHeaps);
    }

    /**
     * Reads an ear.
     *
     * @param ear the file
     * @throws DiagnosticException if it or a file in it cannot be read
     */
    public static EnterpriseArchive read(FinalJar ear) throws DiagnosticException {
        try (ArtifactFiles files = ArtifactFiles.open(ear.file())) {
            return read(ear, files, new NestedJars(files, Files.size(ear.file())));
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw PackagedJar.unreadable(ear, e);
        }
    }

    private static EnterpriseArchive read(FinalJar ear, ArtifactFiles files, NestedJars nested) throws IOException {
        String libraries = libraryFolder(files);
        List<String> bound = new ArrayList<>();
        List<String> withoutHeap = new ArrayList<>();
        List<String> otherHeaps = new ArrayList<>();
        for (String path : files.below("")) {
            if (isArchive(path) && !path.startsWith(libraries)) {
                PackagedJar archive =
                        nested.read(path, copy -> PackagedJar.open(new FinalJar(copy, ""), ONLY_THE_HEAP));
                if (archive.hasRegisteredGlue()) {
                    (archive.hasHeap() ? bound : withoutHeap).add(path);
                } else if (path.endsWith(JAR) && archive.hasHeap()) {
                    otherHeaps.add(path);
                }
            }
        }
        List<String> libraryHeaps = new ArrayList<>();
        if (!bound.isEmpty() || !withoutHeap.isEmpty()) {
            for (String path : files.below(libraries)) {
                if (path.endsWith(JAR) && nested.root(path, ONLY_THE_HEAP).hasHeap()) {
                    libraryHeaps.add(path);
                }
            }
        }
        return new EnterpriseArchive(ear, bound, withoutHeap, libraryHeaps, otherHeaps);
    }

    /** Jars outside the folder of libraries are modules with EJBs, or on the class paths of modules. */
    private static boolean isArchive(String path) {
        return path.endsWith(".war") || path.endsWith(".rar") || path.endsWith(JAR);
    }

    /** {@return the folder whose jars all archives share, with a slash at the end} */
    private static String libraryFolder(ArtifactFiles files) throws IOException {
        byte[] descriptor = files.read(DESCRIPTOR, LARGEST_DESCRIPTOR).orElseGet(() -> new byte[0]);
        Matcher configured = LIBRARY_FOLDER.matcher(new String(descriptor, StandardCharsets.UTF_8));
        return (configured.find() ? configured.group(1) : "lib") + "/";
    }

    /** {@return a problem for each archive whose glue its heap does not find, or may not find} */
    public List<Diagnostic> problems() {
        return Stream.concat(
                        withoutHeap.stream().filter(this::isMoved).map(this::moved),
                        libraryHeaps.isEmpty() ? Stream.of() : bound.stream().map(this::twice))
                .toList();
    }

    /** The heap may be beside a jar, on its class path. */
    private boolean isMoved(String archive) {
        return !archive.endsWith(JAR) || !libraryHeaps.isEmpty() || otherHeaps.isEmpty();
    }

    private Diagnostic moved(String archive) {
        List<String> heaps =
                Stream.concat(libraryHeaps.stream(), otherHeaps.stream()).toList();
        return MovedHeap.problem(
                        archive + " in " + ear.name(),
                        ear,
                        heaps.isEmpty() ? "no heap in the ear" : String.join(", ", heaps))
                .withHelp(
                        "exclude dev.heapwright:heapwright-heap, and what uses it, from the ear's dependencies, so that")
                .withHelp("they stay in the archive; or, to share one heap, bind a jar among the ear's libraries, and")
                .withHelp("declare the heap as provided in the archive's module");
    }

    private Diagnostic twice(String archive) {
        return Diagnostic.error(
                        DiagnosticId.SHADOWED_CLASS,
                        "%s in %s contains the heap, and so do the ear's libraries: the server decides which one runs"
                                .formatted(archive, ear.name()))
                .at(new Location.File(ear.file().toString()))
                .withDetail("also: " + String.join(", ", libraryHeaps))
                .withHelp(
                        "exclude dev.heapwright:heapwright-heap, and what uses it, from the ear's dependencies; or, to")
                .withHelp("share one heap, declare it as provided in the archive's module");
    }
}
