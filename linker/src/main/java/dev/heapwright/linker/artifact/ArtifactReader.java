package dev.heapwright.linker.artifact;

import dev.heapwright.core.bytecode.AllocatorBytecode;
import dev.heapwright.core.bytecode.ClassFile;
import dev.heapwright.core.bytecode.MalformedClassFileException;
import dev.heapwright.core.contract.Contract;
import dev.heapwright.core.contract.ContractFunction;
import dev.heapwright.core.link.AllocatorClass;
import dev.heapwright.core.link.Artifact;
import dev.heapwright.core.marker.MalformedMarkerException;
import dev.heapwright.core.marker.Marker;
import dev.heapwright.core.marker.MarkerParser;
import dev.heapwright.core.name.ClassName;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.core.reach.AllocatorNeedsAllocator;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.diagnostic.DiagnosticId;
import dev.heapwright.diagnostic.Location;
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
    /** More than one for each class that anybody annotates by hand; each costs the reading of a class file or two. */
    static final int MOST_MARKERS = 1_000;

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
     * @param coordinates the artifact's
     * @return what it holds
     * @throws DiagnosticException if it cannot be read, or says what is not so; with all that is wrong in it
     */
    public static Artifact read(Path location, Coordinates coordinates) throws DiagnosticException {
        try (ArtifactFiles files = ArtifactFiles.open(location)) {
            ArtifactReader reader = new ArtifactReader(files, coordinates);
            Artifact artifact = reader.read();
            if (!reader.problems.isEmpty()) {
                throw new DiagnosticException(reader.problems);
            }
            return artifact;
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            // ZipFile throws the last for entries whose names cannot be decoded.
            throw new DiagnosticException(
                    List.of(Diagnostic.error(DiagnosticId.UNREADABLE_ARTIFACT, coordinates + " cannot be read")
                            .at(new Location.File(location.toString()))
                            .withDetail(String.valueOf(e.getMessage()))
                            .withHelp("delete the file and build again, so that it is downloaded or rebuilt")));
        }
    }

    private Artifact read() throws IOException {
        List<AllocatorClass> allocators = new ArrayList<>();
        List<String> consumers = new ArrayList<>();
        List<Marker.OfBinding> bindings = new ArrayList<>();
        List<AllocatorClass> available = new ArrayList<>();
        List<Marker.OfChoice> choices = new ArrayList<>();
        for (String file : markers()) {
            Optional<Marker> parsed = marker(file);
            if (parsed.isEmpty()) {
                continue;
            }
            Marker marker = parsed.get();
            if (marker instanceof Marker.OfAvailable unused
                    && !files.contains(unused.type().classFile())) {
                // Whoever merged jars has left out what nothing uses: it is not available there.
                continue;
            }
            List<String> contradictions = contradictions(marker);
            if (!contradictions.isEmpty()) {
                contradictions.forEach(contradiction -> mismatch(file, contradiction));
            } else if (marker instanceof Marker.OfAllocator allocator) {
                allocators.add(allocatorClass(allocator.type(), 0));
                consumerOf(allocator.type()).ifPresent(problems::add);
            } else if (marker instanceof Marker.OfAvailable there) {
                available.add(allocatorClass(there.type(), there.release()));
                consumerOf(there.type()).ifPresent(problems::add);
            } else if (marker instanceof Marker.OfChoice choice) {
                choices.add(choice);
            } else if (marker instanceof Marker.OfNeed need) {
                consumers.add(need.element());
            } else if (marker instanceof Marker.OfBinding binding) {
                bindings.add(binding);
            }
        }
        return new Artifact(coordinates, allocators, consumers, bindings, available, choices);
    }

    private List<String> markers() throws IOException {
        List<String> markers = files.below(Marker.FOLDER);
        if (markers.size() > MOST_MARKERS) {
            mismatch(Marker.FOLDER, "there are " + markers.size() + " markers; the limit is " + MOST_MARKERS);
            return List.of();
        }
        return markers;
    }

    private Optional<Marker> marker(String file) throws IOException {
        if (files.isAmbiguous(file)) {
            mismatch(file, ambiguous("it"));
            return Optional.empty();
        }
        byte[] content = files.read(file, MarkerParser.LARGEST + 1).orElseGet(() -> new byte[0]);
        try {
            return Optional.of(MarkerParser.parse(file, content));
        } catch (MalformedMarkerException e) {
            mismatch(file, e.reason());
            return Optional.empty();
        }
    }

    private List<String> contradictions(Marker marker) throws IOException {
        Optional<String> ambiguous =
                marker.proofs().stream().filter(files::isAmbiguous).findFirst();
        if (ambiguous.isPresent()) {
            return List.of(ambiguous(ambiguous.get()));
        }
        try {
            if (marker instanceof Marker.OfAllocator allocator) {
                return allocatorProblems(allocator.type());
            }
            if (marker instanceof Marker.OfAvailable there) {
                return allocatorProblems(there.type());
            }
            if (marker instanceof Marker.OfNeed need) {
                return isConsumer(need)
                        ? List.of()
                        : List.of("no class, package or module of that name is annotated @NeedsAllocator");
            }
            if (marker instanceof Marker.OfBinding binding) {
                return classFile(binding.glue().classFile()).isPresent()
                        ? List.of()
                        : List.of("the glue class " + binding.glue() + " does not exist");
            }
            return List.of();
        } catch (MalformedClassFileException e) {
            return List.of("its class file cannot be read: " + e.getMessage());
        }
    }

    private List<String> allocatorProblems(ClassName type) throws IOException, MalformedClassFileException {
        Optional<ClassFile> file = classFile(type.classFile());
        return file.isEmpty() ? List.of("the class does not exist") : AllocatorBytecode.problems(type, file.get());
    }

    private AllocatorClass allocatorClass(ClassName allocator, int leastRelease) throws IOException {
        try {
            ClassFile file = classFile(allocator.classFile())
                    .orElseThrow(() -> new IOException(allocator + " disappeared while the artifact was read"));
            return new AllocatorClass(allocator, Math.max(file.release(), leastRelease), optionalFunctions(file));
        } catch (MalformedClassFileException e) {
            throw new IOException(allocator + " changed while the artifact was read", e);
        }
    }

    private static Set<String> optionalFunctions(ClassFile file) {
        return Contract.V1.functions().stream()
                .filter(function -> !function.required() && AllocatorBytecode.has(file, function))
                .map(ContractFunction::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Optional<Diagnostic> consumerOf(ClassName allocator) throws IOException {
        return new ConsumerIndex(files)
                .consumer(allocator.binary())
                .map(consumer -> AllocatorNeedsAllocator.of(allocator.canonical(), consumer)
                        .at(new Location.File(files.display(allocator.classFile()))));
    }

    private static String ambiguous(String what) {
        return what + " occurs more than once; which copy is read is undefined";
    }

    private boolean isConsumer(Marker.OfNeed need) throws IOException, MalformedClassFileException {
        for (String candidate : need.proofs()) {
            Optional<ClassFile> found = classFile(candidate);
            if (found.isPresent() && found.get().annotations().contains(Contract.NEEDS_ALLOCATOR_ANNOTATION)) {
                return true;
            }
        }
        return false;
    }

    private Optional<ClassFile> classFile(String path) throws IOException, MalformedClassFileException {
        Optional<byte[]> bytes = files.readClassFile(path);
        return bytes.isEmpty() ? Optional.empty() : Optional.of(ClassFile.read(bytes.get()));
    }

    private void mismatch(String file, String reason) {
        problems.add(Diagnostic.error(
                        DiagnosticId.MARKER_MISMATCH, coordinates + " has an invalid Heapwright marker: " + reason)
                .at(new Location.File(files.display(file)))
                .withHelp("rebuild that artifact from clean, with heapwright-processor as its annotation processor"));
    }
}
