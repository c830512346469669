package dev.heapwright.linker.packaged;

import dev.heapwright.core.link.Kind;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticId;
import dev.heapwright.diagnostic.Location;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * An OSGi bundle that has glue, and gets the heap from another one. The heap is then loaded by the class loader of that bundle,
 * and looks there for its glue. Packages come from another bundle where they are imported; where a bundle is required that
 * has them, before those of the bundle itself; and where a bundle lacks them and they are imported when they are asked for.
 *
 * @see <a href="https://docs.osgi.org/specification/osgi.core/8.0.0/framework.module.html#framework.common.header.syntax">
 *     OSGi Core: Common Header Syntax</a>
 */
public final class ImportedHeap {
    private static final String IMPORTED = "Import-Package";
    private static final String REQUIRED = "Require-Bundle";
    private static final String IMPORTED_WHEN_ASKED_FOR = "DynamicImport-Package";
    private static final String HEAP = "dev.heapwright.heap";

    /** In the symbolic name of the heap's bundle, whoever has made one of the jar. */
    private static final String HEAPWRIGHT = "heapwright";

    /** The only part of a header in which its separators may occur otherwise. */
    private static final String QUOTED = "\"(?:[^\"\\\\]|\\\\.)*+\"";

    private ImportedHeap() {}

    /**
     * {@return a problem for each bundle that has glue, and gets the heap from another}
     *
     * @param jars the contents of the jars of a module
     * @param kind of the module; an application is started on a class path, whatever its manifest says
     */
    public static List<Diagnostic> problems(List<PackagedJar> jars, Kind kind) {
        return jars.stream()
                .filter(jar -> kind != Kind.APPLICATION && jar.hasRegisteredGlue())
                .flatMap(jar -> source(jar).map(from -> problem(jar, from)).stream())
                .toList();
    }

    private static Diagnostic problem(PackagedJar jar, String from) {
        Diagnostic problem = Diagnostic.error(
                        DiagnosticId.NOT_BOUND,
                        jar.jar().name()
                                + " imports the heap from another OSGi bundle, where it does not find this one's binding")
                .at(new Location.File(jar.jar().file().toString()))
                .withDetail("required: the heap in this bundle")
                .withDetail("found:    " + from)
                .withHelp("embed it, with what it needs; these are instructions for bnd:")
                .withHelp("-includeresource: heapwright-*.jar;lib:=true")
                .withHelp(IMPORTED + ": !java.*, !org.jspecify.annotations, *")
                .withHelp("-noee: true");
        return from.startsWith(IMPORTED)
                ? problem.withHelp("if it does not run as an OSGi bundle, do not import the heap:")
                        .withHelp(IMPORTED + ": !dev.heapwright.*, *")
                : problem.withHelp("if it does not run as an OSGi bundle, leave that header out");
    }

    /** {@return the header by which a bundle gets the heap from another, if it does} */
    private static Optional<String> source(PackagedJar jar) {
        return named(jar, IMPORTED, HEAP::equals)
                .or(() -> named(jar, REQUIRED, bundle -> !jar.hasHeap() || bundle.contains(HEAPWRIGHT)))
                .or(() -> named(jar, IMPORTED_WHEN_ASKED_FOR, name -> !jar.hasHeap() && covers(name)));
    }

    /** Such as {@code *} or {@code dev.heapwright.*}. */
    private static boolean covers(String pattern) {
        return pattern.endsWith("*")
                ? HEAP.startsWith(pattern.substring(0, pattern.length() - 1))
                : pattern.equals(HEAP);
    }

    /** {@return a header with the first name in it that is wanted: of packages or of bundles, without their attributes} */
    private static Optional<String> named(PackagedJar jar, String header, Predicate<String> wanted) {
        return jar.attribute(header).stream()
                .map(text -> text.replaceAll(QUOTED, ""))
                .flatMap(text -> Stream.of(text.split(",")))
                .flatMap(clause -> Arrays.stream(clause.split(";")))
                .map(String::strip)
                .filter(part -> !part.isEmpty() && !part.contains("=") && wanted.test(part))
                .map(part -> header + ": " + part)
                .findFirst();
    }
}
