package dev.heapwright.linker.artifact;

import dev.heapwright.core.contract.Contract;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticId;
import dev.heapwright.diagnostic.Location;
import dev.heapwright.linker.module.ModuleDescriptors;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The bindings that an artifact registers: a heap finds them whether or not there is a marker for them. Of one without a marker
 * nobody knows which allocator it calls, so nobody could say what a program is bound to.
 *
 * @param files of the artifact
 * @param coordinates the artifact's
 */
record RegisteredBindings(ArtifactFiles files, Coordinates coordinates) {
    static final String SERVICE_FILE = ServiceFile.FOLDER + Contract.BINDING;

    /**
     * {@return a problem for each registered binding without a marker, and for each glue class that nothing registers, as no
     * heap would find it}
     *
     * @param marked the names of the glue that markers tell of
     * @throws IOException if a file cannot be read
     */
    List<Diagnostic> problems(Set<String> marked) throws IOException {
        List<String> listed = ServiceFile.read(files, SERVICE_FILE).orElse(List.of());
        List<String> provided = files.readClassFiles(ModuleDescriptors.FILE).stream()
                .flatMap(module -> provided(module).stream())
                .toList();
        List<Diagnostic> problems = new ArrayList<>(unmarked(listed, marked, SERVICE_FILE));
        problems.addAll(unmarked(provided, marked, ModuleDescriptors.FILE));
        Set<String> unregistered = new TreeSet<>(marked);
        listed.forEach(unregistered::remove);
        provided.forEach(unregistered::remove);
        unregistered.forEach(name -> problems.add(unregistered(name)));
        return problems;
    }

    private Diagnostic unregistered(String name) {
        return Diagnostic.error(
                        DiagnosticId.MARKER_MISMATCH,
                        "%s has a Heapwright marker for a binding that it does not register: %s"
                                .formatted(coordinates, name))
                .at(new Location.File(files.display(SERVICE_FILE)))
                .withHelp("no heap finds it without that file: rebuild that artifact, and have whatever builds")
                .withHelp("its jar keep all that bind generates, including META-INF/services");
    }

    private static List<String> provided(byte[] module) {
        return ModuleDescriptors.read(module).map(ModuleDescriptor::provides).orElse(Set.of()).stream()
                .filter(each -> each.service().equals(Contract.BINDING))
                .flatMap(each -> each.providers().stream())
                .toList();
    }

    private List<Diagnostic> unmarked(List<String> registered, Set<String> marked, String file) {
        return registered.stream()
                .filter(name -> !marked.contains(name))
                .map(name -> Diagnostic.error(
                                DiagnosticId.MARKER_MISMATCH,
                                "%s registers a binding that has no Heapwright marker: %s".formatted(coordinates, name))
                        .at(new Location.File(files.display(file)))
                        .withHelp(
                                "nobody can tell which allocator it calls: have Heapwright bind that artifact, or remove")
                        .withHelp("the binding from it"))
                .toList();
    }
}
