package dev.heapwright.linker.audit;

import dev.heapwright.core.link.Decision;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.linker.build.BuildCache;
import dev.heapwright.linker.build.ResolvedClasspath;
import dev.heapwright.linker.process.ProcessMode;
import dev.heapwright.linker.tree.LinkedModule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Where a module and all that it runs with take native memory.
 *
 * @param module the module, and what its heap is bound to
 * @param process how malloc was replaced
 * @param artifacts the module, then the others by coordinates, without those of Heapwright
 */
public record ModuleAudit(LinkedModule module, ProcessMode process, List<AuditedArtifact> artifacts) {
    /** The heap itself, and its adapters: what they take is what others take from the heap. */
    private static final String OWN_GROUP = "dev.heapwright";

    /** Copies the list. */
    public ModuleAudit {
        artifacts = List.copyOf(artifacts);
    }

    /**
     * An artifact.
     *
     * @param coordinates the artifact's
     * @param taken what it takes
     * @param otherLibraries how many native libraries it has that were not read, as they are for other systems
     */
    public record AuditedArtifact(Coordinates coordinates, List<TakenMemory> taken, int otherLibraries) {
        /** Copies the list. */
        public AuditedArtifact {
            taken = List.copyOf(taken);
        }
    }

    /**
     * Reads what a module runs with.
     *
     * @param module the module
     * @param classes the folder of its class files, which need not exist
     * @param classpath what it runs with
     * @param process how malloc is replaced
     * @param cache of the build
     * @return what was found
     */
    public static ModuleAudit read(
            LinkedModule module, Path classes, ResolvedClasspath classpath, ProcessMode process, BuildCache cache) {
        ArtifactMemoryCache memory = ArtifactMemoryCache.of(cache);
        // Nearly all of the time is spent on inflating class files, each jar for itself.
        List<AuditedArtifact> dependencies = classpath.artifacts().parallelStream()
                .filter(each -> !each.coordinates().groupId().equals(OWN_GROUP))
                .map(each -> artifact(module, each.coordinates(), memory.read(each.location()), process))
                .sorted(Comparator.comparing(AuditedArtifact::coordinates))
                .toList();
        List<AuditedArtifact> artifacts = new ArrayList<>(dependencies);
        artifacts.add(0, artifact(module, module.coordinates(), memory.read(classes), process));
        return new ModuleAudit(module, process, artifacts);
    }

    private static AuditedArtifact artifact(
            LinkedModule module, Coordinates coordinates, ArtifactMemory memory, ProcessMode process) {
        return new AuditedArtifact(
                coordinates,
                TakenMemory.of(memory, process, suppliesHeap(module.decision(), coordinates)),
                memory.otherLibraries().size());
    }

    /** {@return whether what an artifact takes is what the heap hands out} */
    private static boolean suppliesHeap(Decision decision, Coordinates artifact) {
        return decision instanceof Decision.Bound bound && bound.artifact().equals(artifact);
    }

    /**
     * {@return the number of places with a governor}
     *
     * @param governor of the places
     */
    public int count(Governor governor) {
        return artifacts.stream()
                .flatMap(each -> each.taken().stream())
                .filter(each -> each.governor() == governor)
                .mapToInt(each -> each.places().size())
                .sum();
    }
}
