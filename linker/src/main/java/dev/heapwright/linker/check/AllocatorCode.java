package dev.heapwright.linker.check;

import dev.heapwright.core.link.AllocatorClass;
import dev.heapwright.core.link.Artifact;
import dev.heapwright.core.reach.CircularDependency;
import dev.heapwright.core.reach.Reach;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.linker.artifact.ProgramClasses;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Follows the code of allocators through the class files of a program. The processor does the same in source with
 * javac; this works for any compiler.
 *
 * @param program jars and class folders, in the order of the class path
 */
public record AllocatorCode(List<Path> program) {
    /** Copies the list. */
    public AllocatorCode {
        program = List.copyOf(program);
    }

    /**
     * {@return a problem for each allocator whose code reaches what needs one, with the way there}
     *
     * @param artifacts that hold the allocators
     * @throws IOException if a file cannot be read
     */
    public List<Diagnostic> problems(List<Artifact> artifacts) throws IOException {
        List<AllocatorClass> allocators =
                artifacts.stream().flatMap(each -> each.allocators().stream()).toList();
        if (allocators.isEmpty()) {
            return List.of();
        }
        List<Diagnostic> problems = new ArrayList<>();
        try (ProgramClasses classes = new ProgramClasses(program)) {
            for (AllocatorClass allocator : allocators) {
                Reach.pathToConsumer(allocator.type().binary(), classes)
                        .map(CircularDependency::of)
                        .ifPresent(problems::add);
            }
        }
        return problems;
    }
}
