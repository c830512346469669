package dev.heapwright.linker.audit;

import dev.heapwright.core.link.Decision;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.linker.process.ProcessMode;
import java.util.ArrayList;
import java.util.List;

/** What is known of artifacts that take memory in ways of their own. */
final class KnownArtifacts {
    private KnownArtifacts() {}

    /** {@return a line for each of them that is in a module} */
    static List<String> notes(ModuleAudit audit) {
        List<String> notes = new ArrayList<>();
        for (ModuleAudit.AuditedArtifact artifact : audit.artifacts()) {
            Coordinates coordinates = artifact.coordinates();
            if (isArrowMemory(coordinates) && audit.module().decision() instanceof Decision.Bound) {
                notes.add(coordinates
                        + " takes Arrow's buffers past the heap; heapwright-arrow takes them from the heap");
            } else if (isNetty(coordinates)) {
                notes.add(netty(coordinates, audit.process()));
            }
        }
        return notes;
    }

    /** Arrow takes the first that it finds of these. */
    private static boolean isArrowMemory(Coordinates artifact) {
        return artifact.groupId().equals("org.apache.arrow")
                && artifact.artifactId().startsWith("arrow-memory-")
                && !artifact.artifactId().equals("arrow-memory-core");
    }

    private static boolean isNetty(Coordinates artifact) {
        return artifact.groupId().equals("io.netty")
                && artifact.artifactId().equals("netty-common")
                && artifact.version().startsWith("4.2.");
    }

    private static String netty(Coordinates artifact, ProcessMode process) {
        return artifact + " calls malloc through the FFM API on Java 25, if native access is enabled: "
                + switch (process) {
                    case LINKED -> "it is served by the allocator that the process is linked to";
                    case PRELOADED -> "it is not served by an allocator that is preloaded, but by the C library";
                    case NONE -> "an allocator that is preloaded would not serve it, one that is linked would";
                }
                + "; heapwright-netty takes its buffers from the heap";
    }
}
