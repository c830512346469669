package dev.heapwright.linker.check;

import dev.heapwright.core.link.AllocatorClass;
import dev.heapwright.core.link.Artifact;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.core.reach.CircularDependency;
import dev.heapwright.core.reach.Reach;
import dev.heapwright.core.reach.Step;
import dev.heapwright.core.reach.UnreadableClass;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.Location;
import dev.heapwright.linker.artifact.ProgramClasses;
import dev.heapwright.linker.build.ResolvedClasspath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Follows the code of allocators through the class files of a program. The processor does the same with javac, as far as
 * it has class files; this works for any compiler, and knows all classes.
 *
 * @param problems one for each allocator whose code reaches what needs one, with the way there; if there is none, one for
 *     each class file in their reach that cannot be read, as nobody knows what is reached through it
 * @param unknown a line for each call by reflection in the allocators' reach of which it is unknown what it uses
 */
public record AllocatorCode(List<Diagnostic> problems, List<String> unknown) {
    /** Copies the lists. */
    public AllocatorCode {
        problems = List.copyOf(problems);
        unknown = List.copyOf(unknown);
    }

    /**
     * Follows it.
     *
     * @param program in the order of the class path
     * @param module the module that is built, whose classes are shown without their artifact
     * @param artifacts that hold the allocators
     * @return what was found
     * @throws IOException if a file cannot be read
     */
    public static AllocatorCode follow(
            List<ResolvedClasspath.Entry> program, Coordinates module, List<Artifact> artifacts) throws IOException {
        List<AllocatorClass> allocators =
                artifacts.stream().flatMap(each -> each.allocators().stream()).toList();
        if (allocators.isEmpty()) {
            return new AllocatorCode(List.of(), List.of());
        }
        List<Diagnostic> problems = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        try (ProgramClasses classes = new ProgramClasses(program)) {
            for (AllocatorClass allocator : allocators) {
                String name = allocator.type().binary();
                Reach reach = Reach.of(name, classes);
                if (!reach.way().isEmpty()) {
                    problems.add(CircularDependency.of(name, reach.way(), artifacts(reach.way(), module, classes)));
                }
                unknown.addAll(reach.unknown());
            }
            if (problems.isEmpty()) {
                classes.unreadable()
                        .forEach((file, reason) ->
                                problems.add(UnreadableClass.of(reason).at(new Location.File(file))));
            }
        }
        return new AllocatorCode(problems, unknown);
    }

    private static Map<String, String> artifacts(List<Step> way, Coordinates module, ProgramClasses classes)
            throws IOException {
        Map<String, String> artifacts = new HashMap<>();
        for (Step step : way) {
            Optional<Coordinates> artifact = classes.artifact(step.type());
            if (artifact.isPresent() && !artifact.get().equals(module)) {
                artifacts.put(step.type(), artifact.get().toString());
            }
        }
        return artifacts;
    }
}
