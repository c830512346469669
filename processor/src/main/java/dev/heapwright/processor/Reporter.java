package dev.heapwright.processor;

import dev.heapwright.core.contract.FunctionShape;
import dev.heapwright.diagnostic.DiagnosticRenderer;
import dev.heapwright.diagnostic.Severity;
import java.util.Optional;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic.Kind;

/** Prints findings: at the part that is wrong if the compiler is javac, otherwise at its element. */
final class Reporter {
    private final Messager messager;
    private final Optional<SourceTrees> sources;

    Reporter(ProcessingEnvironment environment) {
        messager = environment.getMessager();
        sources = sources(environment);
    }

    void report(Finding finding) {
        Kind kind = finding.diagnostic().severity() == Severity.ERROR ? Kind.ERROR : Kind.WARNING;
        String text = DiagnosticRenderer.render(finding.diagnostic());
        if (sources.isEmpty() || !sources.get().print(kind, text, finding.place())) {
            messager.printMessage(kind, text, finding.place().element());
        }
    }

    /** {@return where and how a method is written, if the compiler provides it} */
    Optional<FunctionShape.Source> source(Element method) {
        return sources.flatMap(trees -> trees.source(method));
    }

    /** {@return the file name of an element, and the line, such as {@code Pool.java:12}, if the compiler provides them} */
    Optional<String> place(Element element) {
        return sources.flatMap(trees -> trees.place(element));
    }

    private static Optional<SourceTrees> sources(ProcessingEnvironment environment) {
        try {
            return Optional.of(new SourceTrees(environment));
        } catch (IllegalArgumentException | LinkageError e) {
            // The compiler is not javac, or a build tool wraps its environment.
            return Optional.empty();
        }
    }
}
