package dev.heapwright.linker.artifact;

import java.util.List;

/**
 * Why a marker is not believed.
 *
 * @param reason a clause
 * @param details what belongs to it, a line each
 */
record Contradiction(String reason, List<String> details) {
    Contradiction(String reason) {
        this(reason, List.of());
    }

    /** {@return the reason that something is in an artifact several times} */
    static Contradiction ambiguous(String what) {
        return new Contradiction(what + " occurs more than once; which copy is read is undefined");
    }
}
