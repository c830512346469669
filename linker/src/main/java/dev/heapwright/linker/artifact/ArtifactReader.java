package dev.heapwright.linker.artifact;

import dev.heapwright.core.bytecode.ClassFile;
import dev.heapwright.core.bytecode.MalformedClassFileException;
import dev.heapwright.core.contract.ContractRules;
import dev.heapwright.core.link.AllocatorClass;
import dev.heapwright.core.link.Artifact;
import dev.heapwright.core.marker.MalformedMarkerException;
import dev.heapwright.core.marker.Marker;
import dev.heapwright.core.marker.MarkerParser;
import dev.heapwright.core.name.ClassName;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.core.reach.AllocatorNeedsAllocator;
import dev.heapwright.core.reach.ClassIndex;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.diagnostic.DiagnosticId;
import dev.heapwright.diagnostic.Location;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Reads what an artifact says of itself, and takes nothing on trust: a marker must be well-formed, the class that it names
 * must be there, and its class file must say the same.
 */
public final class ArtifactReader {
    /** More than one for each class that anybody annotates by hand; each costs the reading of a class file or two. */
    static final int MOST_MARKERS = 1_000;

    private final ArtifactFiles files;
    private final Coordinates coordinates;
    private final ClassIndex classes;
    private final MarkerProofs proofs;
    private final List<Diagnostic> problems = new ArrayList<>();

    private ArtifactReader(ArtifactFiles files, Coordinates coordinates) {
        this.files = files;
        this.coordinates = coordinates;
        this.classes = new ClassIndex(files::readClassFiles);
        this.proofs = new MarkerProofs(files, classes);
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
        return contents(location, coordinates).artifact();
    }

    /**
     * Reads an artifact, and which classes it has.
     *
     * @param location a jar or a class folder; a folder need not exist
     * @param coordinates the artifact's
     * @return what it holds
     * @throws DiagnosticException if it cannot be read, or says what is not so; with all that is wrong in it
     */
    public static ArtifactContents contents(Path location, Coordinates coordinates) throws DiagnosticException {
        try (ArtifactFiles files = ArtifactFiles.open(location)) {
            ArtifactReader reader = new ArtifactReader(files, coordinates);
            Artifact artifact = reader.read();
            DiagnosticException.throwIfAny(reader.problems);
            return new ArtifactContents(
                    location, artifact, ClassPaths.of(files), ManifestClassPath.named(location, files));
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            // ZipFile throws the last for entries whose names cannot be decoded.
            throw new DiagnosticException(
                    List.of(Diagnostic.error(DiagnosticId.UNREADABLE_ARTIFACT, coordinates + " cannot be read")
                            .at(new Location.File(location.toString()))
                            .withDetail(UnreadableFile.reason(e))
                            .withHelp("delete the file and build again, so that it is downloaded or rebuilt")));
        }
    }

    private Artifact read() throws IOException {
        Set<AllocatorClass> allocators = new LinkedHashSet<>();
        Set<String> consumers = new TreeSet<>();
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
            List<Contradiction> contradictions = proofs.contradictions(marker);
            if (!contradictions.isEmpty()) {
                contradictions.forEach(contradiction -> mismatch(file, contradiction));
            } else if (marker instanceof Marker.OfAllocator allocator) {
                allocators.add(allocatorClass(allocator.type(), 0));
                addProblemsOf(allocator.type());
            } else if (marker instanceof Marker.OfAvailable there) {
                available.add(allocatorClass(there.type(), there.release()));
                addProblemsOf(there.type());
            } else if (marker instanceof Marker.OfChoice choice) {
                choices.add(choice);
            } else if (marker instanceof Marker.OfNeed need) {
                consumers.add(need.element());
            } else if (marker instanceof Marker.OfBinding binding) {
                bindings.add(binding);
            }
        }
        if (problems.isEmpty()) {
            // A rejected marker has been reported already.
            Set<String> glue =
                    bindings.stream().map(binding -> binding.glue().binary()).collect(Collectors.toSet());
            problems.addAll(new RegisteredBindings(files, coordinates).problems(glue));
        }
        List<Marker.OfBinding> counting =
                bindings.stream().filter(binding -> !binding.tests()).toList();
        return new Artifact(
                coordinates,
                List.copyOf(allocators),
                List.copyOf(consumers),
                counting,
                available,
                choices,
                counting.size() < bindings.size());
    }

    /** Those that a compiler wrote beside classes for newer JVMs count as well. */
    private List<String> markers() throws IOException {
        List<String> markers = new ArrayList<>(files.below(Marker.FOLDER));
        for (String folder : files.versionFolders()) {
            markers.addAll(files.below(folder + Marker.FOLDER));
        }
        if (markers.size() > MOST_MARKERS) {
            mismatch(
                    Marker.FOLDER,
                    new Contradiction("there are " + markers.size() + " markers; the limit is " + MOST_MARKERS));
            return List.of();
        }
        return markers;
    }

    private Optional<Marker> marker(String file) throws IOException {
        if (files.isAmbiguous(file)) {
            mismatch(file, Contradiction.ambiguous("it"));
            return Optional.empty();
        }
        byte[] content = files.read(file, MarkerParser.LARGEST + 1).orElseGet(() -> new byte[0]);
        try {
            return Optional.of(MarkerParser.parse(file.substring(file.lastIndexOf(Marker.FOLDER)), content));
        } catch (MalformedMarkerException e) {
            mismatch(file, Contradiction.malformed(e));
            return Optional.empty();
        }
    }

    private AllocatorClass allocatorClass(ClassName allocator, int leastRelease) throws IOException {
        try {
            ClassFile file = classes.find(allocator.classFile()).get(0);
            return new AllocatorClass(
                    allocator, Math.max(file.release(), leastRelease), ContractRules.optionalFunctions(file.shape()));
        } catch (MalformedClassFileException e) {
            throw new IllegalStateException("contradictions() has found no damage", e);
        }
    }

    private void addProblemsOf(ClassName allocator) throws IOException {
        classes.consumer(allocator.binary())
                .map(consumer -> AllocatorNeedsAllocator.of(allocator.canonical(), consumer)
                        .at(new Location.File(files.display(allocator.classFile()))))
                .ifPresent(problems::add);
        List<String> replacements = ShadowedClasses.replacements(files, coordinates, allocator.classFile());
        if (!replacements.isEmpty()) {
            problems.add(ShadowedClasses.replaced(allocator, replacements));
        }
    }

    private void mismatch(String file, Contradiction contradiction) {
        Diagnostic diagnostic = Diagnostic.error(
                        DiagnosticId.MARKER_MISMATCH,
                        coordinates + " has an invalid Heapwright marker: " + contradiction.reason())
                .at(new Location.File(files.display(file)));
        for (String detail : contradiction.details()) {
            diagnostic = diagnostic.withDetail(detail);
        }
        for (String line : contradiction.help()) {
            diagnostic = diagnostic.withHelp(line);
        }
        problems.add(diagnostic);
    }
}
