package dev.heapwright.processor;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.heapwright.core.contract.FunctionShape;
import dev.heapwright.core.contract.Part;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic.Kind;

/**
 * The parts of declarations as javac has parsed them. The language model, which all compilers provide, only goes down
 * to elements.
 */
final class SourceTrees {
    private final Trees trees;

    /**
     * Finds javac's trees.
     *
     * @param environment the processor's
     * @throws IllegalArgumentException if it is not javac's own
     * @throws LinkageError if there is no javac
     */
    SourceTrees(ProcessingEnvironment environment) {
        trees = Trees.instance(environment);
    }

    /** {@return whether it was printed, that is, whether the element has source that contains such a part} */
    boolean print(Kind kind, String text, Place place) {
        TreePath path = trees.getPath(place.element());
        if (path == null) {
            return false;
        }
        Optional<Tree> part = part(path.getLeaf(), place);
        part.ifPresent(tree -> trees.printMessage(kind, text, tree, path.getCompilationUnit()));
        return part.isPresent();
    }

    /** {@return whether an element is declared in the sources being compiled} */
    boolean isSource(Element element) {
        return trees.getPath(element) != null;
    }

    /** {@return where and how a method is written, if it has source} */
    Optional<FunctionShape.Source> source(Element method) {
        return Optional.ofNullable(trees.getPath(method))
                .filter(path -> path.getLeaf() instanceof MethodTree)
                .map(path -> new FunctionShape.Source(
                        line(path, method),
                        DeclarationText.of(
                                (MethodTree) path.getLeaf(), path.getCompilationUnit(), trees.getSourcePositions())));
    }

    /** {@return the file name of an element, and its line, if the element has source} */
    Optional<String> place(Element element) {
        return Optional.ofNullable(trees.getPath(element)).map(path -> {
            String file = path.getCompilationUnit().getSourceFile().getName();
            return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1) + ":"
                    + line(path, element);
        });
    }

    /** The line of an element's type, or else of its start, counted from 1. */
    private long line(TreePath path, Element element) {
        // A method starts at its annotations, which may stand in lines above the one with its name.
        Tree tree = part(path.getLeaf(), Place.of(element, Part.Element.RETURN_TYPE))
                .orElse(path.getLeaf());
        CompilationUnitTree unit = path.getCompilationUnit();
        return unit.getLineMap().getLineNumber(trees.getSourcePositions().getStartPosition(unit, tree));
    }

    private static Optional<Tree> part(Tree declaration, Place place) {
        if (declaration instanceof VariableTree variable) {
            return place.part() == Part.Element.PARAMETER_TYPE
                    ? Optional.ofNullable(variable.getType())
                    : Optional.empty();
        }
        if (!(declaration instanceof MethodTree method)) {
            return Optional.empty();
        }
        return switch (place.part()) {
            case WHOLE, PARAMETER, PARAMETER_TYPE -> Optional.empty();
            case MODIFIERS ->
                // Annotations alone have a position too, but a missing modifier must not be reported there.
                Optional.<Tree>of(method.getModifiers())
                        .filter(any -> !method.getModifiers().getFlags().isEmpty());
            case TYPE_PARAMETER -> Optional.of(method.getTypeParameters().get(place.index()));
            case RETURN_TYPE -> Optional.ofNullable(method.getReturnType());
            case EXCEPTION -> Optional.of(method.getThrows().get(place.index()));
        };
    }
}
