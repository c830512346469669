package dev.heapwright.linker.glue;

import dev.heapwright.core.contract.Contract;
import dev.heapwright.core.link.Decision;
import dev.heapwright.core.marker.Marker;
import dev.heapwright.core.name.ClassName;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.core.process.ProcessAllocator;
import dev.heapwright.linker.artifact.ServiceFile;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The files that are generated to bind a module.
 *
 * @param sources Java sources by path, relative to a source folder
 * @param resources resources by path, relative to a resource folder: the service file and the marker
 */
public record Glue(Map<String, String> sources, Map<String, String> resources) {
    /** The service file in which the service loader looks for the heap's binding. */
    public static final String SERVICE_FILE = ServiceFile.FOLDER + Contract.BINDING;

    /** No files: for a module that gets no glue. */
    public static final Glue NONE = new Glue(Map.of(), Map.of());

    /** Copies the maps, sorted. */
    public Glue {
        sources = new TreeMap<>(sources);
        resources = new TreeMap<>(resources);
    }

    /**
     * {@return the name of a module's glue: in a package of its own, so that it cannot collide with a class of the
     * user}
     *
     * @param module the module being bound
     */
    public static ClassName nameFor(Coordinates module) {
        return GlueSource.nameFor(module);
    }

    /**
     * {@return what a library gets in place of glue: a marker by which the heap can tell who did not bind it}
     *
     * @param module the library
     * @param reason why it was taken for one
     */
    public static Glue ofLibrary(Coordinates module, String reason) {
        Marker marker = new Marker.OfLibrary(module, reason);
        return new Glue(Map.of(), Map.of(marker.path(), marker.content()));
    }

    /**
     * {@return the glue for a program or its tests, of whose process nothing is promised}
     *
     * @param module the module being bound
     * @param link what it is bound to
     * @param tests whether only the module's tests are bound, and nobody who depends on them
     */
    public static Glue of(Coordinates module, Decision.Link link, boolean tests) {
        return of(module, link, tests, Optional.empty());
    }

    /**
     * {@return the glue for a module, the same for the same arguments}
     *
     * @param module the module being bound
     * @param link what it is bound to
     * @param tests whether only the module's tests are bound, and nobody who depends on them
     * @param preloaded what the launcher starts the program with, if it is to be started by it
     */
    public static Glue of(Coordinates module, Decision.Link link, boolean tests, Optional<ProcessAllocator> preloaded) {
        ClassName name = nameFor(module);
        Marker marker =
                new Marker.OfBinding(link.allocator(), link.artifact(), link.reason(), name, link.mode(), tests);
        return new Glue(
                Map.of(name.binary().replace('.', '/') + ".java", GlueSource.of(name, module, link, tests, preloaded)),
                Map.of(SERVICE_FILE, name.binary() + "\n", marker.path(), marker.content()));
    }
}
