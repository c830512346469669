package dev.heapwright.linker.check;

import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticException;
import java.io.IOException;
import java.util.List;

/** One thing that must be so of a module that was compiled and packaged. */
@FunctionalInterface
interface ModuleRule {

    /**
     * {@return what is wrong, or may surprise}
     *
     * @throws DiagnosticException if something that the rule depends on is wrong
     * @throws IOException if a file cannot be read
     */
    List<Diagnostic> check(CompiledModule module) throws DiagnosticException, IOException;
}
