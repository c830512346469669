package dev.heapwright.linker.packaged;

import dev.heapwright.core.link.Kind;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticId;
import dev.heapwright.diagnostic.Location;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An OSGi bundle that has glue, and imports the heap. The heap is then loaded by the class loader of another bundle, and
 * looks there for its glue.
 *
 * @see <a href="https://docs.osgi.org/specification/osgi.core/8.0.0/framework.module.html#framework.common.header.syntax">
 *     OSGi Core: Common Header Syntax</a>
 */
public final class ImportedHeap {
    private static final String HEADER = "Import-Package";
    private static final String HEAP = "dev.heapwright.heap";

    /** The only part of a header in which its separators may occur otherwise. */
    private static final String QUOTED = "\"(?:[^\"\\\\]|\\\\.)*+\"";

    private ImportedHeap() {}

    /**
     * {@return a problem for each bundle that has glue, and imports the heap}
     *
     * @param jars the contents of the jars of a module
     * @param kind of the module; an application is started on a class path, whatever its manifest says
     */
    public static List<Diagnostic> problems(List<PackagedJar> jars, Kind kind) {
        return jars.stream()
                .filter(jar -> kind != Kind.APPLICATION && jar.hasRegisteredGlue() && importsHeap(jar))
                .map(ImportedHeap::problem)
                .toList();
    }

    private static Diagnostic problem(PackagedJar jar) {
        return Diagnostic.error(
                        DiagnosticId.NOT_BOUND,
                        jar.jar().name()
                                + " imports the heap from another OSGi bundle, where it does not find this one's binding")
                .at(new Location.File(jar.jar().file().toString()))
                .withDetail("required: the heap in this bundle")
                .withDetail("found:    " + HEADER + ": " + HEAP)
                .withHelp("embed it, with what it needs; these are instructions for bnd:")
                .withHelp("-includeresource: heapwright-*.jar;lib:=true")
                .withHelp(HEADER + ": !java.*, !org.jspecify.annotations, *")
                .withHelp("-noee: true")
                .withHelp("if it does not run as an OSGi bundle, do not import the heap:")
                .withHelp(HEADER + ": !dev.heapwright.*, *");
    }

    private static boolean importsHeap(PackagedJar jar) {
        Optional<String> imports = jar.attribute(HEADER);
        return imports.stream()
                .map(header -> header.replaceAll(QUOTED, ""))
                .flatMap(header -> Stream.of(header.split(",")))
                .flatMap(clause -> Arrays.stream(clause.split(";")))
                .anyMatch(part -> part.strip().equals(HEAP));
    }
}
