package dev.heapwright.linker.packaged;

import dev.heapwright.core.link.Decision;
import dev.heapwright.core.link.Dialect;
import dev.heapwright.core.marker.Marker;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticException;
import dev.heapwright.linker.glue.Glue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks the packaged jars against the linking decision. In each that contains part of the program, by the names used
 * there:
 *
 * <ol>
 * <li>No file of a binding occurs twice, and no class of it in two versions.
 * <li>There is one glue class for the heap, the module's own or the one that it has adopted.
 * <li>It calls the allocator that was decided on, which is present if it has to be.
 * <li>The heap's service file lists only it.
 * <li>Its marker is present, unless a relocation has renamed the glue or the heap: relocated classes are private to the
 *     program.
 * </ol>
 *
 * <p>An adopted binding has to be in a jar only if the heap is in it: otherwise the dependency provides both. A jar of
 * an unbound module has no glue, unless it contains dependencies: their heap may be bound, once.
 *
 * @param module the module that was built
 * @param decision the linking decision, based on its compiled classes
 * @param dialect how help is written
 */
public record PackageCheck(Coordinates module, Decision decision, Dialect dialect) {

    /**
     * Reads the jars.
     *
     * @param jars the final jars of the module
     * @return their contents, in the same order
     * @throws DiagnosticException if any cannot be read; reports all of them
     */
    public List<PackagedJar> read(List<FinalJar> jars) throws DiagnosticException {
        Optional<ExpectedBinding> expected = expected();
        WantedClasses wanted = new WantedClasses(
                Stream.concat(Stream.of(Glue.nameFor(module)), expected.stream().map(ExpectedBinding::glue))
                        .toList(),
                expected.stream().map(ExpectedBinding::allocator).toList());
        List<PackagedJar> read = new ArrayList<>();
        List<Diagnostic> problems = new ArrayList<>();
        for (FinalJar jar : jars) {
            try {
                read.add(PackagedJar.read(jar, wanted));
            } catch (DiagnosticException e) {
                problems.addAll(e.diagnostics());
            }
        }
        DiagnosticException.throwIfAny(problems);
        return read;
    }

    /**
     * {@return the problems, at most one for each jar}
     *
     * @param jars the contents of the module's jars
     */
    public List<Diagnostic> problems(List<PackagedJar> jars) {
        return jars.stream().flatMap(jar -> problem(jar).stream()).toList();
    }

    /** {@return what was verified, for the log} */
    public String summary() {
        if (decision instanceof Decision.Link link) {
            return "bound only to " + link.allocator();
        }
        return decision instanceof Decision.Adopt adopted
                ? "bound to " + adopted.allocator() + " by " + adopted.from()
                : "not bound";
    }

    private Optional<ExpectedBinding> expected() {
        return ExpectedBinding.of(module, decision);
    }

    private Optional<Diagnostic> problem(PackagedJar jar) {
        BrokenPackage broken = new BrokenPackage(jar, module, dialect);
        if (!jar.repeated().isEmpty()) {
            return Optional.of(broken.repeated());
        }
        Optional<ExpectedBinding> expected = expected();
        Set<String> allocators =
                expected.stream().map(each -> each.allocator().classFile()).collect(Collectors.toSet());
        List<String> replacements = jar.replacements(allocators);
        if (!replacements.isEmpty()) {
            return Optional.of(broken.replaced(replacements));
        }
        List<String> differing = jar.differing(allocators);
        if (!differing.isEmpty()) {
            return Optional.of(broken.shadowed(differing));
        }
        return expected.isPresent() ? bound(jar, broken, expected.get()) : unbound(jar, broken);
    }

    private Optional<Diagnostic> bound(PackagedJar jar, BrokenPackage broken, ExpectedBinding expected) {
        List<PackagedGlue> found = jar.glue();
        if (found.isEmpty()) {
            return isToBeBound(jar, expected) ? Optional.of(broken.lost(expected)) : Optional.empty();
        }
        PackagedGlue glue = expected.in(found).orElse(found.get(0));
        List<PackagedGlue> ofTheHeap = found.stream()
                .filter(each -> each.binding().equals(glue.binding()))
                .toList();
        if (ofTheHeap.size() > 1) {
            return Optional.of(broken.doubled(ofTheHeap));
        } else if (!expected.isOwn() && glue.name().equals(Glue.nameFor(module).binary())) {
            return Optional.of(broken.notToBeBound(List.of(glue.text())));
        }
        Optional<String> allocator = expected.allocatorOf(glue);
        if (allocator.isEmpty()) {
            return Optional.of(broken.other(expected, glue));
        }
        return missingClass(jar, expected, glue, allocator.get())
                .map(name -> broken.lacks(expected, glue, name))
                .or(() -> isRegistered(jar, glue) ? Optional.empty() : Optional.of(broken.unregistered(glue)))
                .or(() -> isMarked(jar, expected, glue) ? Optional.empty() : Optional.of(broken.unmarked(expected)));
    }

    /** An artifact beside the program, such as a jar of only its interfaces, need not contain a binding. */
    private static boolean isToBeBound(PackagedJar jar, ExpectedBinding expected) {
        boolean ofTheProgram = jar.jar().isMain()
                || jar.isExecutable()
                || !jar.markers().isEmpty()
                || jar.registered(Glue.SERVICE_FILE).isPresent();
        return jar.hasHeap() || (expected.isOwn() && ofTheProgram);
    }

    private Optional<String> missingClass(
            PackagedJar jar, ExpectedBinding expected, PackagedGlue glue, String allocator) {
        boolean hasHolder = jar.hasHeap() || expected.holder().equals(module);
        return Stream.concat(
                        jar.hasHeap() ? Stream.of(glue.binding()) : Stream.empty(),
                        hasHolder ? Stream.of(allocator) : Stream.empty())
                .filter(name -> !jar.hasClass(name))
                .findFirst();
    }

    private static boolean isRegistered(PackagedJar jar, PackagedGlue glue) {
        return jar.registered(glue.serviceFile()).equals(Optional.of(List.of(glue.name())));
    }

    private static boolean isMarked(PackagedJar jar, ExpectedBinding expected, PackagedGlue glue) {
        boolean relocated = !glue.name().equals(expected.glue().binary())
                || !glue.serviceFile().equals(Glue.SERVICE_FILE);
        return relocated || jar.markersOf(glue).equals(List.of(expected.allocator()));
    }

    private static Optional<Diagnostic> unbound(PackagedJar jar, BrokenPackage broken) {
        if (!jar.hasHeap()) {
            List<String> parts = Stream.of(
                            jar.glue().stream().map(PackagedGlue::text),
                            jar.registered(Glue.SERVICE_FILE).stream()
                                    .flatMap(List::stream)
                                    .map(name -> Glue.SERVICE_FILE + " lists " + name),
                            jar.markers().stream().map(Marker::path))
                    .flatMap(each -> each)
                    .toList();
            return parts.isEmpty() ? Optional.empty() : Optional.of(broken.notToBeBound(parts));
        }
        return jar.glue().stream()
                .collect(Collectors.groupingBy(PackagedGlue::binding, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .filter(ofOneHeap -> ofOneHeap.size() > 1)
                .findFirst()
                .map(broken::doubled);
    }
}
