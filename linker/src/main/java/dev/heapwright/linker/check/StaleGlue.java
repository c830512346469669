package dev.heapwright.linker.check;

import dev.heapwright.core.bytecode.ClassCode;
import dev.heapwright.core.bytecode.MalformedClassFileException;
import dev.heapwright.core.contract.Contract;
import dev.heapwright.core.contract.ContractFunction;
import dev.heapwright.core.link.Artifact;
import dev.heapwright.core.link.Decision;
import dev.heapwright.core.link.Dialect;
import dev.heapwright.core.marker.GlueMode;
import dev.heapwright.core.marker.Marker;
import dev.heapwright.core.name.ClassName;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticId;
import dev.heapwright.linker.glue.Glue;
import dev.heapwright.linker.packaged.UnseenAllocator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Compiled glue that is not for what a module runs with now: who compiles without {@code bind}, such as an IDE, keeps that of
 * an earlier build.
 */
final class StaleGlue {
    private StaleGlue() {}

    /**
     * {@return what is wrong if a module's glue is not that which its decision asks for}
     *
     * @param self what its class folder has
     * @param classes its class folder
     * @param decision about what it runs with
     * @param dialect how help is written
     */
    static Optional<Diagnostic> problem(Artifact self, Path classes, Decision decision, Dialect dialect)
            throws IOException {
        ClassName own = Glue.nameFor(self.coordinates());
        for (Marker.OfBinding binding : self.bindings()) {
            if (binding.glue().equals(own) && !isFor(decision, binding)) {
                return Optional.of(problem(self, text(binding), decision, dialect));
            }
            if (binding.glue().equals(own)
                    && binding.mode() == GlueMode.PLAIN
                    && decision instanceof Decision.Link link) {
                Set<String> called = optionalFunctions(classes.resolve(own.classFile()));
                if (!called.equals(link.optionalFunctions())) {
                    return Optional.of(problem(self, text(binding) + with(called), decision, dialect));
                }
            }
        }
        return Optional.empty();
    }

    /** {@return those that compiled glue passes on; an allocator whose version is a SNAPSHOT may have others by now} */
    private static Set<String> optionalFunctions(Path glue) throws IOException {
        try {
            Set<String> methods = ClassCode.readDeclarations(Files.readAllBytes(glue)).methods().values().stream()
                    .map(method -> method.member().name())
                    .collect(Collectors.toSet());
            return Contract.V1.functions().stream()
                    .filter(function -> !function.required())
                    .map(ContractFunction::name)
                    .filter(methods::contains)
                    .collect(Collectors.toSet());
        } catch (MalformedClassFileException e) {
            throw new IOException(glue + ": " + e.getMessage(), e);
        }
    }

    private static String text(Marker.OfBinding binding) {
        return binding.allocator() + " of " + binding.artifact();
    }

    private static String with(Set<String> functions) {
        return functions.isEmpty() ? "" : " with " + String.join(", ", new TreeSet<>(functions));
    }

    /** Why it was linked, and what its glue does, may be said in another way each time. */
    private static boolean isFor(Decision decision, Marker.OfBinding binding) {
        return decision instanceof Decision.Link link
                && link.allocator().equals(binding.allocator())
                && link.artifact().equals(binding.artifact());
    }

    private static Diagnostic problem(Artifact self, String found, Decision decision, Dialect dialect) {
        String now = decision instanceof Decision.Link link
                ? "must bind to: " + link.allocator() + " of " + link.artifact() + with(link.optionalFunctions())
                : "must not have any: " + why(decision);
        Diagnostic stale = Diagnostic.error(
                        DiagnosticId.UNCOMPILED_GLUE,
                        "the glue of %s is not for what it runs with now"
                                .formatted(self.coordinates().versionless()))
                .withDetail("it binds to:  " + found)
                .withDetail(now);
        return decision instanceof Decision.Link link && link.artifact().equals(self.coordinates())
                ? UnseenAllocator.help(stale)
                : dialect.at(Dialect.Subject.BINDING, stale)
                        .withHelp("run bind before the sources are compiled; " + dialect.bind());
    }

    private static String why(Decision decision) {
        return decision instanceof Decision.NothingToLink nothing
                ? nothing.reason()
                : "it is bound by an artifact that it runs with";
    }
}
