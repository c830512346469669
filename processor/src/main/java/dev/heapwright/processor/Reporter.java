package dev.heapwright.processor;

import dev.heapwright.core.contract.FunctionShape;
import dev.heapwright.diagnostic.DiagnosticRenderer;
import dev.heapwright.diagnostic.Severity;
import java.util.Optional;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
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
            Element element = shown(finding.place().element());
            finding.place()
                    .annotation()
                    .ifPresentOrElse(
                            annotation -> messager.printMessage(kind, text, element, annotation),
                            () -> messager.printMessage(kind, text, element));
        }
    }

    /** {@return whether the compiler can show something at an element, so far as is known} */
    boolean hasPosition(Element element) {
        return sources.map(trees -> trees.isSource(element)).orElse(element instanceof TypeElement);
    }

    /** Eclipse's compiler has no position for a record, but has one for a static method of it, which is never implied. */
    private Element shown(Element element) {
        return sources.isPresent() || element.getKind() != ElementKind.RECORD
                ? element
                : ElementFilter.methodsIn(element.getEnclosedElements()).stream()
                        .filter(method -> method.getModifiers().contains(Modifier.STATIC))
                        .<Element>map(method -> method)
                        .findFirst()
                        .orElse(element);
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
