package dev.heapwright.linker.artifact;

import dev.heapwright.core.bytecode.ClassFile;
import dev.heapwright.core.bytecode.ClassReferences;
import dev.heapwright.core.bytecode.MalformedClassFileException;
import dev.heapwright.core.contract.ClassShape;
import dev.heapwright.core.contract.Contract;
import dev.heapwright.core.contract.ContractRules;
import dev.heapwright.core.contract.Violation;
import dev.heapwright.core.marker.Marker;
import dev.heapwright.core.name.ClassName;
import dev.heapwright.core.reach.ClassIndex;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compares what markers say with the class files that they speak of.
 *
 * @param files of the artifact
 * @param classes in it
 */
record MarkerProofs(ArtifactFiles files, ClassIndex classes) {
    /** Of which functions could be inherited; in a hostile artifact, a class may claim to extend itself. */
    private static final int MOST_SUPERCLASSES = 10;

    /** {@return why a marker is rejected; empty if it is not} */
    List<Contradiction> contradictions(Marker marker) throws IOException {
        Optional<String> ambiguous =
                marker.proofs().stream().filter(files::isAmbiguous).findFirst();
        if (ambiguous.isPresent()) {
            return List.of(Contradiction.ambiguous(ambiguous.get()));
        }
        try {
            if (marker instanceof Marker.OfAllocator allocator) {
                return allocatorContradictions(allocator.type());
            }
            if (marker instanceof Marker.OfAvailable there) {
                return allocatorContradictions(there.type());
            }
            if (marker instanceof Marker.OfNeed need) {
                return isConsumer(need)
                        ? List.of()
                        : List.of(new Contradiction(
                                "no class, package or module of that name is annotated @NeedsAllocator"));
            }
            if (marker instanceof Marker.OfBinding binding) {
                return bindingContradictions(binding);
            }
            return List.of();
        } catch (MalformedClassFileException e) {
            return List.of(new Contradiction("its class file cannot be read: " + e.getMessage()));
        }
    }

    private List<Contradiction> bindingContradictions(Marker.OfBinding binding)
            throws IOException, MalformedClassFileException {
        List<byte[]> versions = files.readClassFiles(binding.glue().classFile());
        if (versions.isEmpty()) {
            return List.of(new Contradiction("the glue class " + binding.glue() + " does not exist"));
        }
        // The oldest, as for an allocator: that newer JVMs load another one is reported as a shadowed class.
        return ClassReferences.read(versions.get(0))
                        .contains(binding.allocator().binary())
                ? List.of()
                : List.of(new Contradiction("the glue class " + binding.glue() + " does not call "
                        + binding.allocator().canonical()));
    }

    private List<Contradiction> allocatorContradictions(ClassName type)
            throws IOException, MalformedClassFileException {
        List<ClassFile> versions = classes.find(type.classFile());
        if (versions.isEmpty()) {
            return List.of(new Contradiction("the class does not exist"));
        }
        ClassFile file = versions.get(0);
        List<Contradiction> contradictions = new ArrayList<>();
        if (!file.name().equals(type.binary()) || !file.canonicalName().equals(type.canonical())) {
            contradictions.add(new Contradiction("the class file declares " + file.canonicalName()));
        }
        if (!file.annotations().contains(Contract.ALLOCATOR_ANNOTATION)) {
            contradictions.add(new Contradiction("the class is not annotated @Allocator"));
        }
        for (Violation violation : ContractRules.errors(shape(file))) {
            contradictions.add(Contradiction.violated(violation.diagnostic()));
        }
        return contradictions;
    }

    private ClassShape shape(ClassFile file) throws IOException, MalformedClassFileException {
        return shape(file, MOST_SUPERCLASSES);
    }

    private ClassShape shape(ClassFile file, int superclasses) throws IOException, MalformedClassFileException {
        List<ClassFile> outer = classes.find(ClassName.classFile(file.outermost()));
        ClassShape shape = outer.isEmpty() ? file.shape() : file.shapeWithin(outer.get(0));
        if (superclasses == 0 || file.superclass().isEmpty()) {
            return shape;
        }
        List<ClassFile> base = classes.find(ClassName.classFile(file.superclass()));
        return base.isEmpty() ? shape : shape.extending(Optional.of(shape(base.get(0), superclasses - 1)));
    }

    private boolean isConsumer(Marker.OfNeed need) throws IOException, MalformedClassFileException {
        for (String candidate : need.proofs()) {
            classes.find(candidate);
            if (classes.isAnnotated(candidate)) {
                return true;
            }
        }
        return false;
    }
}
