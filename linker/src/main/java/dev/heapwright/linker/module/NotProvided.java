package dev.heapwright.linker.module;

import dev.heapwright.core.name.ClassName;
import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** On the module path, service files are ignored: a named module has to declare what it provides. */
public final class NotProvided {
    private static final String HEAP = "dev.heapwright.heap";
    private static final String BINDING = HEAP + ".Binding";

    private NotProvided() {}

    /**
     * {@return the diagnostic, with the lines to add to its declaration, if a module does not provide its glue or
     * cannot access what the glue needs}
     *
     * @param module the module that is being bound
     * @param glue its glue
     * @param allocator the name of the module that contains the allocator; empty if it has no name
     */
    public static Optional<Diagnostic> problem(JavaModule module, ClassName glue, Optional<String> allocator) {
        List<String> missing = new ArrayList<>();
        if (!module.reads(HEAP)) {
            missing.add("requires " + HEAP + ";");
        }
        allocator.filter(name -> !module.reads(name)).ifPresent(name -> missing.add("requires " + name + ";"));
        Set<String> providers = new TreeSet<>(module.providers(BINDING));
        if (!providers.remove(glue.binary())) {
            missing.add("provides " + BINDING + " with " + glue + ";");
        }
        return missing.isEmpty() ? Optional.empty() : Optional.of(diagnostic(module, missing, providers));
    }

    private static Diagnostic diagnostic(JavaModule module, List<String> missing, Set<String> others) {
        Diagnostic diagnostic = Diagnostic.error(
                        DiagnosticId.NOT_PROVIDED, "module " + module.name() + " does not provide its binding")
                .at(module.location())
                .withDetail(
                        "on the module path, service files are ignored: the module declaration must provide the binding");
        if (!others.isEmpty()) {
            diagnostic = diagnostic.withDetail("it provides " + BINDING + " with " + String.join(", ", others));
        }
        diagnostic = diagnostic.withHelp(
                others.isEmpty()
                        ? "add to its module-info.java:"
                        : "add to its module-info.java, replacing what provides " + BINDING + " now:");
        for (String line : missing) {
            diagnostic = diagnostic.withHelp("    " + line);
        }
        return diagnostic;
    }
}
