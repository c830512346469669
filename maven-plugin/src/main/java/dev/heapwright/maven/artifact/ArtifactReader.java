package dev.heapwright.maven.artifact;

import dev.heapwright.core.bytecode.AllocatorBytecode;
import dev.heapwright.core.bytecode.ClassFile;
import dev.heapwright.core.bytecode.MalformedClassFileException;
import dev.heapwright.core.contract.Contract;
import dev.heapwright.core.contract.ContractFunction;
import dev.heapwright.core.diagnostic.Diagnostic;
import dev.heapwright.core.diagnostic.DiagnosticId;
import dev.heapwright.core.diagnostic.Location;
import dev.heapwright.core.diagnostic.RefusedException;
import dev.heapwright.core.link.Artifact;
import dev.heapwright.core.marker.MalformedMarkerException;
import dev.heapwright.core.marker.Marker;
import dev.heapwright.core.marker.MarkerParser;
import dev.heapwright.core.name.ClassName;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.core.reach.AllocatorNeedsAllocator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads what an artifact says of itself, and believes nothing: a marker must be well-formed, the class that it names
 * must be there, and its class file must say the same.
 */
public final class ArtifactReader {
    /** A class file that is larger than any compiler's (JVMS 4.11 bounds all its parts), in bytes. */
    static final int LARGEST_CLASS_FILE = 64 * 1024 * 1024;

    private final ArtifactFiles files;
    private final Coordinates coordinates;
    private final List<Diagnostic> problems = new ArrayList<>();

    private ArtifactReader(ArtifactFiles files, Coordinates coordinates) {
        this.files = files;
        this.coordinates = coordinates;
    }

    /**
     * Reads an artifact.
     *
     * @param location a jar or a class folder; a folder need not exist
     * @param path the dependencies that lead to it, the artifact's own coordinates last
     * @return what it holds
     * @throws RefusedException if it cannot be read, or says what is not so; with all that is wrong in it
     */
    public static Artifact read(Path location, List<Coordinates> path) throws RefusedException {
        Coordinates coordinates = path.get(path.size() - 1);
        try (ArtifactFiles files = ArtifactFiles.open(location)) {
            ArtifactReader reader = new ArtifactReader(files, coordinates);
            Artifact artifact = reader.read(path);
            if (!reader.problems.isEmpty()) {
                throw new RefusedException(reader.problems);
            }
            return artifact;
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            // ZipFile throws the last for entries whose names cannot be decoded.
            throw new RefusedException(
                    List.of(Diagnostic.error(DiagnosticId.UNREADABLE_ARTIFACT, coordinates + " cannot be read")
                            .at(new Location.File(location.toString()))
                            .withDetail(String.valueOf(e.getMessage()))
                            .withHelp("delete that file and build again, so that it is fetched or built anew")));
        }
    }

    /**
     * Tells which of the contract's optional functions an allocator has.
     *
     * @param location the jar or class folder, read before without complaint
     * @param allocator a class in it
     * @return their names
     * @throws IOException if it cannot be read any more
     */
    public static Set<String> optionalFunctions(Path location, ClassName allocator) throws IOException {
        try (ArtifactFiles files = ArtifactFiles.open(location)) {
            byte[] bytes = files.read(allocator.classFile(), LARGEST_CLASS_FILE)
                    .orElseThrow(() -> new IOException(allocator + " is no longer in " + location));
            ClassFile classFile = ClassFile.read(bytes);
            return Contract.V1.functions().stream()
                    .filter(function -> !function.required() && AllocatorBytecode.has(classFile, function))
                    .map(ContractFunction::name)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (MalformedClassFileException e) {
            throw new IOException(allocator + " in " + location + ": " + e.getMessage(), e);
        }
    }

    private Artifact read(List<Coordinates> path) throws IOException {
        List<ClassName> allocators = new ArrayList<>();
        List<String> needers = new ArrayList<>();
        List<Marker.OfBinding> bindings = new ArrayList<>();
        for (String file : files.below(Marker.FOLDER)) {
            Optional<Marker> parsed = marker(file);
            if (parsed.isEmpty()) {
                continue;
            }
            Marker marker = parsed.get();
            List<String> contradictions = contradictions(marker);
            if (!contradictions.isEmpty()) {
                contradictions.forEach(contradiction -> mismatch(file, contradiction));
            } else if (marker instanceof Marker.OfAllocator allocator) {
                allocators.add(allocator.type());
                neederOf(allocator.type()).ifPresent(problems::add);
            } else if (marker instanceof Marker.OfNeed need) {
                needers.add(need.element());
            } else if (marker instanceof Marker.OfBinding binding) {
                bindings.add(binding);
            }
        }
        return new Artifact(coordinates, allocators, needers, bindings, path);
    }

    private Optional<Marker> marker(String file) throws IOException {
        byte[] content = files.read(file, MarkerParser.LARGEST + 1).orElseGet(() -> new byte[0]);
        try {
            return Optional.of(MarkerParser.parse(file, content));
        } catch (MalformedMarkerException e) {
            mismatch(file, e.reason());
            return Optional.empty();
        }
    }

    private List<String> contradictions(Marker marker) throws IOException {
        try {
            if (marker instanceof Marker.OfAllocator allocator) {
                Optional<ClassFile> file = classFile(allocator.type().classFile());
                return file.isEmpty()
                        ? List.of("the class is not there")
                        : AllocatorBytecode.problems(allocator.type(), file.get());
            }
            if (marker instanceof Marker.OfNeed need) {
                return isNeeder(need.element())
                        ? List.of()
                        : List.of("nothing of that name is annotated @NeedsAllocator");
            }
            if (marker instanceof Marker.OfBinding binding) {
                return classFile(binding.glue().classFile()).isPresent()
                        ? List.of()
                        : List.of("the glue " + binding.glue() + " is not there");
            }
            return List.of();
        } catch (MalformedClassFileException e) {
            return List.of("its class file cannot be read: " + e.getMessage());
        }
    }

    private Optional<Diagnostic> neederOf(ClassName allocator) throws IOException {
        return new NeederFiles(files)
                .needer(allocator.binary())
                .map(needer -> AllocatorNeedsAllocator.of(allocator.canonical(), needer)
                        .at(new Location.File(files.display(allocator.classFile()))));
    }

    private boolean isNeeder(String element) throws IOException, MalformedClassFileException {
        String file = element.replace('.', '/');
        for (String candidate : List.of(file + ".class", file + "/package-info.class", "module-info.class")) {
            Optional<ClassFile> found = classFile(candidate);
            if (found.isPresent() && found.get().annotations().contains(Contract.NEEDS_ALLOCATOR_ANNOTATION)) {
                return true;
            }
        }
        return false;
    }

    private Optional<ClassFile> classFile(String path) throws IOException, MalformedClassFileException {
        Optional<byte[]> bytes = files.read(path, LARGEST_CLASS_FILE);
        return bytes.isEmpty() ? Optional.empty() : Optional.of(ClassFile.read(bytes.get()));
    }

    private void mismatch(String file, String reason) {
        problems.add(Diagnostic.error(
                        DiagnosticId.MARKER_MISMATCH,
                        "a marker in " + coordinates + " is not to be believed: " + reason)
                .at(new Location.File(files.display(file)))
                .withHelp(
                        "build that artifact anew from clean, with heapwright-processor as its annotation processor"));
    }
}
