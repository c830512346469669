package dev.heapwright.linker.packaged;

import dev.heapwright.core.link.Dialect;
import dev.heapwright.core.marker.Marker;
import dev.heapwright.core.name.ClassName;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticId;
import dev.heapwright.diagnostic.Location;
import java.util.List;
import java.util.Optional;

/**
 * Describes problems with a jar's binding.
 *
 * @param jar the contents of the jar
 * @param module the module that it was built from
 * @param dialect how help is written
 */
record BrokenPackage(PackagedJar jar, Coordinates module, Dialect dialect) {

    Diagnostic repeated() {
        Diagnostic diagnostic = broken("contains files more than once; which copy is read is undefined");
        for (String file : jar.repeated()) {
            diagnostic = diagnostic.withDetail(file);
        }
        return diagnostic.withHelp("have the plugin that builds the jar add each file once");
    }

    Diagnostic replaced(List<String> replacements) {
        return shadowed(
                        "has other classes of its binding for newer versions of Java: what was checked is not what runs",
                        replacements)
                .withHelp("package one class file of each for all versions of Java, outside META-INF/versions");
    }

    Diagnostic shadowed(List<String> differing) {
        return shadowed("has classes of its binding twice, and they differ: their order decides which runs", differing)
                .withHelp("keep one: exclude the artifact that the other comes from");
    }

    private Diagnostic shadowed(String headline, List<String> files) {
        Diagnostic diagnostic = Diagnostic.error(
                        DiagnosticId.SHADOWED_CLASS, jar.jar().name() + " " + headline)
                .at(new Location.File(jar.jar().file().toString()));
        for (String each : files) {
            diagnostic = diagnostic.withDetail(each);
        }
        return diagnostic;
    }

    Diagnostic lost(ExpectedBinding expected) {
        return withHelpToPackage(
                expected,
                required(
                        "does not contain the generated binding to " + expected.allocator(),
                        "the glue class " + expected.glue(),
                        "none"));
    }

    Diagnostic doubled(List<PackagedGlue> glue) {
        Diagnostic diagnostic = broken("contains %d bindings of its heap; only one is allowed".formatted(glue.size()));
        for (PackagedGlue each : glue) {
            diagnostic = diagnostic.withDetail(each.text());
        }
        return diagnostic
                .withHelp("keep one: remove the artifacts that the others come from, or build those as libraries,")
                .withHelp("without glue");
    }

    Diagnostic notToBeBound(List<String> parts) {
        Diagnostic diagnostic = broken("contains a binding, but %s must not have one".formatted(module.versionless()));
        for (String part : parts) {
            diagnostic = diagnostic.withDetail(part);
        }
        return diagnostic.withHelp("run a clean build, and package only the glue that bind generates");
    }

    Diagnostic other(ExpectedBinding expected, PackagedGlue glue) {
        Diagnostic diagnostic = required(
                "binds the heap of %s to the wrong allocator".formatted(module.versionless()),
                expected.allocator().toString(),
                glue.called().isEmpty() ? "none" : String.join(", ", glue.called()) + ", by " + glue.text());
        return expected.holder().equals(module)
                ? UnseenAllocator.help(diagnostic)
                : withHelpToPackage(expected, diagnostic);
    }

    Diagnostic lacks(ExpectedBinding expected, PackagedGlue glue, String name) {
        boolean allocator = !name.equals(glue.binding());
        return required(
                        "is missing a class that its glue needs",
                        ClassName.classFile(name) + ", for " + glue.text(),
                        "no such file")
                .withHelp(
                        allocator
                                ? "package it too, under the name that the glue uses; it is in " + expected.holder()
                                : "package it under the name that the glue uses: relocate all classes or none");
    }

    Diagnostic unregistered(PackagedGlue glue) {
        List<String> elsewhere = jar.serviceFilesListing(glue.name());
        Optional<List<String>> listed = jar.registered(glue.serviceFile());
        Diagnostic diagnostic = required(
                "does not register its glue as the only binding",
                lists(glue.serviceFile(), List.of(glue.name())),
                listed.map(names -> lists(glue.serviceFile(), names))
                        .orElse(elsewhere.isEmpty() ? "no such file" : lists(elsewhere.get(0), List.of(glue.name()))));
        if (!jar.isMerged()) {
            return diagnostic.withHelp(
                    "package all that bind generates, including META-INF/services, and no other such file");
        }
        return dialect.at(Dialect.Subject.MERGED_JAR, diagnostic)
                .withHelp("exclude no service files, and have the plugin that builds the jar merge and relocate them;")
                .withHelp(dialect.mergedServices());
    }

    Diagnostic unmarked(ExpectedBinding expected) {
        String required = Marker.OfBinding.FOLDER + expected.allocator();
        List<String> found = jar.markers().stream()
                .filter(marker -> marker.glue().equals(expected.glue()))
                .map(Marker::path)
                .toList();
        return required(
                        "is bound, but its marker is missing or wrong",
                        required,
                        found.isEmpty() ? "no such file" : String.join(", ", found))
                .withHelp("package all that bind generates, including META-INF/heapwright: without the marker, a")
                .withHelp("module that depends on the jar would bind its heap again");
    }

    private Diagnostic withHelpToPackage(ExpectedBinding expected, Diagnostic diagnostic) {
        return expected.isOwn()
                ? diagnostic.withHelp("run bind in the same clean build, and package all that it generates")
                : diagnostic.withHelp("the glue comes from " + expected.from() + ": package all of it, too");
    }

    private Diagnostic required(String headline, String required, String found) {
        return broken(headline).withDetail("required: " + required).withDetail("found:    " + found);
    }

    private Diagnostic broken(String headline) {
        return Diagnostic.error(DiagnosticId.BROKEN_PACKAGE, jar.jar().name() + " " + headline)
                .at(new Location.File(jar.jar().file().toString()));
    }

    private static String lists(String serviceFile, List<String> names) {
        return serviceFile + " lists " + (names.isEmpty() ? "nothing" : String.join(", ", names));
    }
}
