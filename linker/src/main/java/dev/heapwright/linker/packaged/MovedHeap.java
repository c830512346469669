package dev.heapwright.linker.packaged;

import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticId;
import dev.heapwright.diagnostic.Location;
import java.util.List;

/**
 * A web archive, or another one with its class path in it, that has glue, but not the heap: that was moved to where a
 * server shares it. The class loader of a server does not look into the archives that it serves, so the heap does not
 * find the glue; and if it did, there could be several, of archives with different allocators.
 */
public final class MovedHeap {
    private MovedHeap() {}

    /**
     * {@return a problem for each archive that has glue, but not the heap}
     *
     * @param jars the contents of the jars of a module; a jar gets the heap from a class path
     */
    public static List<Diagnostic> problems(List<PackagedJar> jars) {
        return jars.stream()
                .filter(jar -> !jar.jar().name().endsWith(".jar"))
                .filter(archive -> archive.hasRegisteredGlue() && !archive.hasHeap())
                .map(archive -> problem(archive.jar().name(), archive.jar(), "no heap")
                        .withHelp(
                                "package the heap in it, with what the heap needs and what uses it; or, to share one heap,")
                        .withHelp("bind a jar that is packaged beside the heap, and declare the heap as provided here"))
                .toList();
    }

    /**
     * {@return the problem, without help}
     *
     * @param archive how the archive is named to users
     * @param file that was read, which is the archive or contains it
     * @param found what was found instead
     */
    static Diagnostic problem(String archive, FinalJar file, String found) {
        return Diagnostic.error(
                        DiagnosticId.NOT_BOUND,
                        archive
                                + " contains a binding, but not the heap; a heap in another class loader does not find it")
                .at(new Location.File(file.file().toString()))
                .withDetail("required: the heap in the archive")
                .withDetail("found:    " + found);
    }
}
