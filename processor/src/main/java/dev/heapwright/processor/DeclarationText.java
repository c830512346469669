package dev.heapwright.processor;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import java.io.IOException;
import java.util.Optional;

/** The text of a method's declaration in its source. */
final class DeclarationText {
    private DeclarationText() {}

    /**
     * {@return the text in one line, without annotations before the type and without a body} Empty if it contains comments,
     * which would not mean the same in one line, or if the method was not written there but generated.
     */
    static Optional<String> of(MethodTree method, CompilationUnitTree unit, SourcePositions positions) {
        int start = (int) positions.getStartPosition(unit, method);
        int end = (int)
                (method.getBody() == null
                        ? positions.getEndPosition(unit, method)
                        : positions.getStartPosition(unit, method.getBody()));
        if (start < 0 || end <= start) {
            return Optional.empty();
        }
        try {
            StringBuilder text =
                    new StringBuilder(unit.getSourceFile().getCharContent(true).subSequence(start, end));
            for (AnnotationTree annotation : method.getModifiers().getAnnotations()) {
                blank(text, annotation, unit, positions, start);
            }
            String line = text.toString()
                    .replaceFirst(";$", "")
                    .strip()
                    .replaceAll("\\s+", " ")
                    .replace("( ", "(");
            return line.contains("//") || line.contains("/*") ? Optional.empty() : Optional.of(line);
        } catch (IOException | IndexOutOfBoundsException e) {
            // The file was changed or removed while it was compiled.
            return Optional.empty();
        }
    }

    private static void blank(
            StringBuilder text, Tree part, CompilationUnitTree unit, SourcePositions positions, int start) {
        for (int i = (int) positions.getStartPosition(unit, part); i < positions.getEndPosition(unit, part); i++) {
            text.setCharAt(i - start, ' ');
        }
    }
}
