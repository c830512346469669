package dev.heapwright.linker.bind;

import dev.heapwright.core.link.Closure;
import dev.heapwright.core.link.Dialect;
import dev.heapwright.core.link.Kind;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticId;
import dev.heapwright.linker.build.BuildModule;
import dev.heapwright.linker.source.MainMethod;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Warns of a module that is built as a library because nothing says that it is a program, though something starts it: its
 * heap is not bound, and whoever starts it gets NotBound. Sources are read for that only where it is so.
 */
public final class StartedLibrary {
    private StartedLibrary() {}

    /**
     * {@return the warning, if there is one}
     *
     * @param module the module
     * @param closure the module and what it runs with
     * @param dialect how help is written
     */
    public static List<Diagnostic> warnings(BuildModule module, Closure closure, Dialect dialect) {
        if (!module.kind().assumed() || !closure.hasUnboundHeap()) {
            return List.of();
        }
        Optional<MainMethod> main = MainMethod.find(module.sourceRoots(), module.encoding(), module.release());
        List<String> starts = Stream.concat(
                        main.stream().map(method -> method.type() + " has a main method"),
                        module.kind().starts().stream())
                .toList();
        if (starts.isEmpty()) {
            return List.of();
        }
        Diagnostic warning = Diagnostic.warning(
                DiagnosticId.NOT_BOUND,
                "%s is built as a library, without a binding, but %s"
                        .formatted(module.coordinates().versionless(), starts.get(0)));
        if (main.isPresent()) {
            warning = warning.at(main.get().location());
        }
        for (String other : starts.subList(1, starts.size())) {
            warning = warning.withDetail("also: " + other);
        }
        return List.of(warning.withHelp("if it is a program, set its kind " + dialect.kind(Kind.APPLICATION))
                .withHelp("if it is a library, set its kind to library"));
    }
}
