package dev.heapwright.linker.packaged;

import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.linker.artifact.ArtifactFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/**
 * An ear. Each of the archives in it was checked with its own module, but making the ear may have moved the heap out of
 * them, to the ear's own libraries.
 *
 * @param ear the file
 * @param bound the paths of the archives in it that contain glue and the heap
 * @param withoutHeap the paths of those that contain only glue
 * @param heaps the paths of the jars beside the archives that contain the heap; empty if no archive is without
 */
public record EnterpriseArchive(FinalJar ear, List<String> bound, List<String> withoutHeap, List<String> heaps) {
    private static final WantedClasses ONLY_THE_HEAP = new WantedClasses(List.of(), List.of());

    /** Copies the lists. */
    public EnterpriseArchive {
        bound = List.copyOf(bound);
        withoutHeap = List.copyOf(withoutHeap);
        heaps = List.copyOf(heaps);
    }

    /**
     * Reads an ear.
     *
     * @param ear the file
     * @throws DiagnosticException if it or a file in it cannot be read
     */
    public static EnterpriseArchive read(FinalJar ear) throws DiagnosticException {
        try (ArtifactFiles files = ArtifactFiles.open(ear.file())) {
            return read(ear, files.below(""), new NestedJars(files, Files.size(ear.file())));
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw PackagedJar.unreadable(ear, e);
        }
    }

    private static EnterpriseArchive read(FinalJar ear, List<String> paths, NestedJars nested) throws IOException {
        List<String> bound = new ArrayList<>();
        List<String> withoutHeap = new ArrayList<>();
        for (String path : paths) {
            if (path.endsWith(".war") || path.endsWith(".rar")) {
                PackagedJar archive =
                        nested.read(path, copy -> PackagedJar.open(new FinalJar(copy, ""), ONLY_THE_HEAP));
                if (archive.hasRegisteredGlue()) {
                    (archive.hasHeap() ? bound : withoutHeap).add(path);
                }
            }
        }
        List<String> heaps = new ArrayList<>();
        for (String path : withoutHeap.isEmpty() ? List.<String>of() : paths) {
            if (path.endsWith(".jar") && nested.root(path, ONLY_THE_HEAP).hasHeap()) {
                heaps.add(path);
            }
        }
        return new EnterpriseArchive(ear, bound, withoutHeap, heaps);
    }

    /** {@return a problem for each archive that contains glue, but not the heap} */
    public List<Diagnostic> problems() {
        return withoutHeap.stream()
                .map(archive -> MovedHeap.problem(
                                archive + " in " + ear.name(),
                                ear,
                                heaps.isEmpty() ? "no heap in the ear" : String.join(", ", heaps))
                        .withHelp(
                                "exclude dev.heapwright:heapwright-heap, and what uses it, from the ear's dependencies, so that")
                        .withHelp(
                                "they stay in the archive; or, to share one heap, bind a jar among the ear's libraries, and")
                        .withHelp("declare the heap as provided in the archive's module"))
                .toList();
    }
}
