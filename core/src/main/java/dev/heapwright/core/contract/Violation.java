package dev.heapwright.core.contract;

import dev.heapwright.diagnostic.Diagnostic;

/**
 * What is wrong with an allocator's declaration.
 *
 * @param diagnostic without a place
 * @param part where it is wrong
 */
public record Violation(Diagnostic diagnostic, Part part) {
    static Violation ofClass(Diagnostic diagnostic) {
        return new Violation(diagnostic, new Part.OfClass());
    }

    /** {@return the position of the function that is wrong; -1 for the class} */
    int position() {
        return part instanceof Part.OfFunction function ? function.position() : -1;
    }
}
