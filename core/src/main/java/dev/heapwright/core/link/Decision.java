package dev.heapwright.core.link;

import dev.heapwright.core.marker.Marker;
import dev.heapwright.core.name.ClassName;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.diagnostic.Diagnostic;
import java.util.List;
import java.util.Set;

/** What is to be done to bind a module. */
public sealed interface Decision {
    /** The end of the reason that checked glue gives. */
    String CHECKED = ", checked";

    /**
     * Nothing: it gets no glue.
     *
     * @param reason for the log
     */
    record NothingToLink(String reason) implements Decision {}

    /**
     * Generate glue.
     *
     * @param allocator the class to bind to
     * @param optionalFunctions names of the contract's optional functions that it has
     * @param artifact what holds it
     * @param reason why this one, and whether its use is checked, for the log and for {@code Heap.binding()}
     * @param checked whether the glue is to check how the program uses its blocks
     */
    record Link(
            ClassName allocator, Set<String> optionalFunctions, Coordinates artifact, String reason, boolean checked)
            implements Decision {
        /** Copies the set. */
        public Link {
            optionalFunctions = Set.copyOf(optionalFunctions);
        }

        /**
         * To link, unchecked, an allocator that has the required functions only.
         *
         * @param allocator the class to bind to
         * @param artifact what holds it
         * @param reason why this one
         */
        public Link(ClassName allocator, Coordinates artifact, String reason) {
            this(allocator, Set.of(), artifact, reason, false);
        }

        /**
         * {@return the same link, by glue that checks how the program uses its blocks}
         */
        public Link withChecks() {
            return new Link(allocator, optionalFunctions, artifact, reason + CHECKED, true);
        }

        /**
         * {@return what the log says, and {@code Heap.binding()} too}
         */
        public String text() {
            return allocator + " " + artifact.version() + " (" + reason + ")";
        }
    }

    /**
     * Generate nothing: a dependency carries the glue already.
     *
     * @param binding what it is bound to
     * @param from the dependency
     */
    record Adopt(Marker.OfBinding binding, Coordinates from) implements Decision {
        /**
         * {@return whether that glue checks how the program uses its blocks}
         */
        public boolean checked() {
            return binding.reason().endsWith(CHECKED);
        }

        /**
         * {@return what the log says}
         */
        public String text() {
            return binding.allocator() + " (inherited from " + from + (checked() ? CHECKED : "") + ")";
        }
    }

    /**
     * Stop the build.
     *
     * @param problems why, in the order in which they are reported
     */
    record Refuse(List<Diagnostic> problems) implements Decision {
        /** Copies the list. */
        public Refuse {
            problems = List.copyOf(problems);
        }
    }
}
