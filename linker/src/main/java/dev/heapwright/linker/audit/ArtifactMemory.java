package dev.heapwright.linker.audit;

import dev.heapwright.core.bytecode.MemoryPlace;
import java.util.List;

/**
 * Where an artifact takes native memory.
 *
 * @param places in its class files, sorted; those of nested jars, and of class files for newer JVMs, included
 * @param libraries the native libraries for Linux in it
 * @param otherLibraries paths of the native libraries for other systems, which are not read
 * @param unread what else may take memory, and could not be read
 */
record ArtifactMemory(
        List<MemoryPlace> places, List<NativeLibrary> libraries, List<String> otherLibraries, List<Unread> unread) {
    ArtifactMemory {
        places = List.copyOf(places);
        libraries = List.copyOf(libraries);
        otherLibraries = List.copyOf(otherLibraries);
        unread = List.copyOf(unread);
    }

    /**
     * A file that was not read.
     *
     * @param path of the file in the artifact; empty for the artifact itself
     * @param reason as a clause about "it"
     */
    record Unread(String path, String reason) {}
}
