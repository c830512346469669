package dev.heapwright.linker.image;

import dev.heapwright.core.elf.ElfFile;
import dev.heapwright.core.elf.ElfRefusedException;
import dev.heapwright.core.elf.Machine;
import dev.heapwright.core.elf.NeededLibrary;
import dev.heapwright.core.process.ProcessAllocator;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.diagnostic.DiagnosticId;
import dev.heapwright.diagnostic.Location;
import dev.heapwright.linker.process.NotLinkable;
import dev.heapwright.linker.process.ProcessLibraryReader;
import dev.heapwright.linker.process.ReplacedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Links the processes of an image to an allocator: puts its library, which replaces malloc, into {@code lib}, and lets each
 * program need it, before all other libraries, by its place in the image. The same goes for the library that the FFM API
 * asks for functions of the C library, as it asks no other one.
 *
 * <p>Everything is read, edited and verified first, then written: an image that cannot be linked is not changed. A linked
 * image is linked again without a change.
 *
 * @param allocator to link to
 * @param classpath where the allocator's library is
 */
public record ImageLinker(ProcessAllocator allocator, List<Path> classpath) {
    /** Copies the list. */
    public ImageLinker {
        classpath = List.copyOf(classpath);
    }

    /**
     * Links an image.
     *
     * @param image its folder
     * @return the files that need the library now, relative to that folder, sorted
     * @throws DiagnosticException if it cannot be linked
     * @throws IOException if a file cannot be read or written
     */
    public List<Path> link(Path image) throws DiagnosticException, IOException {
        ImageLayout layout = ImageLayout.of(image);
        for (Map.Entry<Path, byte[]> file : linked(layout).entrySet()) {
            ReplacedFile.write(file.getKey(), file.getValue());
        }
        return layout.files().stream().map(layout.root()::relativize).toList();
    }

    /**
     * Looks again at an image that was linked.
     *
     * @param image its folder
     * @return a problem if it is no longer as it was then
     * @throws DiagnosticException if it could not even be linked again
     * @throws IOException if a file cannot be read
     */
    public Optional<Diagnostic> problem(Path image) throws DiagnosticException, IOException {
        ImageLayout layout = ImageLayout.of(image);
        List<String> changed = new ArrayList<>();
        for (Map.Entry<Path, byte[]> file : linked(layout).entrySet()) {
            if (!ReplacedFile.has(file.getKey(), file.getValue())) {
                changed.add(layout.path(file.getKey()));
            }
        }
        return problem(image, changed);
    }

    /**
     * Links the same image in a zip file, if that was made before the image was linked.
     *
     * @param image its folder
     * @param zip a zip file, which may have anything in it
     * @return whether the image is in it
     * @throws DiagnosticException if the image cannot be linked
     * @throws IOException if a file cannot be read or written
     */
    public boolean linkPacked(Path image, Path zip) throws DiagnosticException, IOException {
        ImageLayout layout = ImageLayout.of(image);
        Map<String, byte[]> files = byPath(layout);
        Optional<PackedImage> packed = packed(layout, files, zip);
        if (packed.isPresent()) {
            packed.get().write(files);
        }
        return packed.isPresent();
    }

    /**
     * Looks again at a zip file that may have the image in it.
     *
     * @param image its folder
     * @param zip a zip file, which may have anything in it
     * @return a problem if it has the image in it, but not linked
     * @throws DiagnosticException if the image could not even be linked again
     * @throws IOException if a file cannot be read
     */
    public Optional<Diagnostic> problem(Path image, Path zip) throws DiagnosticException, IOException {
        ImageLayout layout = ImageLayout.of(image);
        Map<String, byte[]> files = byPath(layout);
        Optional<PackedImage> packed = packed(layout, files, zip);
        return packed.isPresent() ? problem(zip, packed.get().changed(files).keySet()) : Optional.empty();
    }

    /** {@return this image in a zip file: with programs that are what they are here once they are linked} */
    private Optional<PackedImage> packed(ImageLayout layout, Map<String, byte[]> files, Path zip) throws IOException {
        Optional<PackedImage> found = PackedImage.find(zip, layout.paths());
        if (found.isPresent()) {
            Path library = layout.libraries().resolve(allocator.library());
            for (Path program : layout.files()) {
                String path = layout.path(program);
                if (!isSame(found.get().content(path), needed(program, library), files.get(path))) {
                    return Optional.empty();
                }
            }
        }
        return found;
    }

    private static boolean isSame(byte[] packed, String library, byte @Nullable [] linked) {
        try {
            return Arrays.equals(NeededLibrary.add(packed, library), linked);
        } catch (ElfRefusedException e) {
            return false;
        }
    }

    private Optional<Diagnostic> problem(Path place, Collection<String> changed) {
        Diagnostic problem = Diagnostic.error(
                        DiagnosticId.BROKEN_PACKAGE, "the image is no longer linked to " + allocator.id())
                .at(new Location.File(place.toString()))
                .withHelp("have nothing change the image after link-image");
        for (String file : changed) {
            problem = problem.withDetail("missing or changed: " + file);
        }
        return changed.isEmpty() ? Optional.empty() : Optional.of(problem);
    }

    private Map<String, byte[]> byPath(ImageLayout layout) throws DiagnosticException, IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        linked(layout).forEach((file, content) -> files.put(layout.path(file), content));
        return files;
    }

    /** {@return the files of a linked image, the library before whatever needs it} */
    private Map<Path, byte[]> linked(ImageLayout layout) throws DiagnosticException, IOException {
        Path library = layout.libraries().resolve(allocator.library());
        Map<Path, byte[]> programs = new LinkedHashMap<>();
        Set<Machine> machines = new TreeSet<>();
        for (Path file : layout.files()) {
            byte[] content = Files.readAllBytes(file);
            try {
                ElfFile program = ElfFile.read(content);
                check(file, program);
                programs.put(file, NeededLibrary.add(content, needed(file, library)));
                program.machine().ifPresent(machines::add);
            } catch (ElfRefusedException e) {
                throw NotLinkable.IMAGE.problem(
                        file,
                        layout.root().relativize(file) + " cannot be edited: " + e.getMessage(),
                        "make the image with another JDK build; without an image, preload the library");
            }
        }
        if (machines.size() != 1) {
            throw NotLinkable.IMAGE.problem(
                    layout.root(), "its programs are for several processors, or there are none", "make it again");
        }
        Map<Path, byte[]> files = new LinkedHashMap<>();
        files.put(library, library(machines.iterator().next(), layout.root()));
        files.putAll(programs);
        return files;
    }

    private byte[] library(Machine machine, Path image) throws DiagnosticException, IOException {
        ProcessLibraryReader reader = new ProcessLibraryReader(classpath, NotLinkable.IMAGE, image);
        return reader.find(allocator, machine)
                .orElseThrow(() -> reader.missing(allocator, "linux/" + machine.platform()))
                .content();
    }

    /** {@return how a file names the library: by the way from its own folder, wherever the image is} */
    private static String needed(Path file, Path library) {
        Path way = file.relativize(library);
        return "$ORIGIN/" + way.subpath(1, way.getNameCount()).toString().replace('\\', '/');
    }

    private void check(Path file, ElfFile program) throws DiagnosticException {
        Optional<String> dynamicLinker = program.interpreter();
        if (dynamicLinker.isPresent() && !dynamicLinker.get().matches(".*/ld(-linux|64)[^/]*")) {
            throw ImageLayout.otherSystem(
                    file, "it is for another C library than glibc, as its dynamic linker is " + dynamicLinker.get());
        }
        for (ProcessAllocator other : ProcessAllocator.values()) {
            if (other != allocator
                    && program.needed().stream().anyMatch(name -> name.endsWith("/" + other.library()))) {
                throw NotLinkable.IMAGE.problem(
                        file, "it is linked to " + other.id() + " already", "make the image again, and link it once");
            }
        }
    }
}
