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
 * What can be wrong with a jar's binding, in words.
 *
 * @param jar what is in the jar
 * @param module the module that it was made of
 * @param dialect how help is written
 */
record BrokenPackage(PackagedJar jar, Coordinates module, Dialect dialect) {

    Diagnostic repeated() {
        Diagnostic diagnostic = broken("has files several times, and it is luck which of them is read");
        for (String file : jar.repeated()) {
            diagnostic = diagnostic.withDetail(file);
        }
        return diagnostic.withHelp("have the plugin that makes the jar add each file once");
    }

    Diagnostic lost(ExpectedBinding expected) {
        return withHelpToPackage(
                expected,
                required(
                        "has lost the binding of " + module.versionless() + " to " + expected.allocator(),
                        "the glue " + expected.glue(),
                        "none"));
    }

    Diagnostic doubled(List<PackagedGlue> glue) {
        Diagnostic diagnostic = broken("binds its heap %d times, a heap is bound once".formatted(glue.size()));
        for (PackagedGlue each : glue) {
            diagnostic = diagnostic.withDetail(each.text());
        }
        return diagnostic
                .withHelp("keep one: leave out the artifacts that the others come from, or build those as libraries,")
                .withHelp("without glue");
    }

    Diagnostic notToBeBound(List<String> parts) {
        Diagnostic diagnostic = broken("is bound, and %s is not to be".formatted(module.versionless()));
        for (String part : parts) {
            diagnostic = diagnostic.withDetail(part);
        }
        return diagnostic.withHelp("build it from clean, and package no glue but what bind generates");
    }

    Diagnostic other(ExpectedBinding expected, PackagedGlue glue) {
        Diagnostic diagnostic = required(
                "binds the heap of %s to another allocator".formatted(module.versionless()),
                expected.allocator().toString(),
                glue.called().isEmpty() ? "none" : String.join(", ", glue.called()) + ", by " + glue.text());
        return expected.holder().equals(module)
                ? diagnostic
                        .withHelp(
                                "bind has not seen that allocator in the module's sources: whatever adds or generates")
                        .withHelp(
                                "them ran later. Have it run before, by its phase or its place in the build; or move the")
                        .withHelp("allocator to a module of its own, and depend on that")
                : withHelpToPackage(expected, diagnostic);
    }

    Diagnostic lacks(ExpectedBinding expected, PackagedGlue glue, String name) {
        boolean allocator = !name.equals(glue.binding());
        return required(
                        "lacks a class that its glue needs",
                        ClassName.classFile(name) + ", for " + glue.text(),
                        "no such file")
                .withHelp(
                        allocator
                                ? "package it too, under the name that the glue has for it; it is in "
                                        + expected.holder()
                                : "package it under the name that the glue has for it: relocate all or nothing");
    }

    Diagnostic unregistered(PackagedGlue glue) {
        List<String> elsewhere = jar.serviceFilesListing(glue.name());
        Optional<List<String>> listed = jar.registered(glue.serviceFile());
        Diagnostic diagnostic = required(
                "does not register its glue and nothing else",
                lists(glue.serviceFile(), List.of(glue.name())),
                listed.map(names -> lists(glue.serviceFile(), names))
                        .orElse(elsewhere.isEmpty() ? "no such file" : lists(elsewhere.get(0), List.of(glue.name()))));
        if (!jar.isMerged()) {
            return diagnostic.withHelp("package what bind generates, META-INF/services too, and no other such file");
        }
        return diagnostic
                .withHelp("exclude no service file, and have the plugin that makes the jar merge and relocate them;")
                .withHelp(dialect.mergedServices());
    }

    Diagnostic unmarked(ExpectedBinding expected) {
        String required = Marker.OfBinding.FOLDER + expected.allocator();
        List<String> found = jar.markers().stream()
                .filter(marker -> marker.glue().equals(expected.glue()))
                .map(Marker::path)
                .toList();
        return required(
                        "is bound, and its marker does not say so",
                        required,
                        found.isEmpty() ? "no such file" : String.join(", ", found))
                .withHelp("package what bind generates, META-INF/heapwright too: without its marker, whoever depends")
                .withHelp("on the jar would bind its heap once more");
    }

    private Diagnostic withHelpToPackage(ExpectedBinding expected, Diagnostic diagnostic) {
        return expected.isOwn()
                ? diagnostic.withHelp("run bind in the same build, from clean, and package all that it generates")
                : diagnostic.withHelp("the glue is that of " + expected.from() + ": package all of it, too");
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
