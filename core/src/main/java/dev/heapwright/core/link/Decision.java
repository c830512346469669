package dev.heapwright.core.link;

import dev.heapwright.core.marker.GlueMode;
import dev.heapwright.core.marker.Marker;
import dev.heapwright.core.name.ClassName;
import dev.heapwright.core.name.Coordinates;
import dev.heapwright.diagnostic.Diagnostic;
import java.util.List;
import java.util.Set;

/** What to do to bind a module. */
public sealed interface Decision {
    /**
     * Nothing: it gets no glue.
     *
     * @param reason for the log
     */
    record NothingToLink(String reason) implements Decision {}

    /** The module is bound to an allocator. */
    sealed interface Bound extends Decision {
        /** {@return the class that it is bound to} */
        ClassName allocator();

        /** {@return the artifact that contains that class} */
        Coordinates artifact();

        /** {@return what the glue does besides calling the allocator} */
        GlueMode mode();

        /** {@return the text for the log} */
        String text();
    }

    /**
     * Generate glue.
     *
     * @param allocator the class to bind to
     * @param optionalFunctions names of the contract's optional functions that it has
     * @param artifact the artifact that contains it
     * @param reason why it was linked
     * @param options how users want the glue
     */
    record Link(
            ClassName allocator,
            Set<String> optionalFunctions,
            Coordinates artifact,
            String reason,
            GlueOptions options)
            implements Bound {
        /** Copies the set. */
        public Link {
            optionalFunctions = Set.copyOf(optionalFunctions);
        }

        /**
         * Links an allocator that has only the required functions, by plain glue.
         *
         * @param allocator the class to bind to
         * @param artifact the artifact that contains it
         * @param reason why it was linked
         */
        public Link(ClassName allocator, Coordinates artifact, String reason) {
            this(allocator, Set.of(), artifact, reason, GlueOptions.PLAIN);
        }

        /**
         * {@return the same link, by other glue}
         *
         * @param other how users want it
         */
        public Link with(GlueOptions other) {
            return new Link(allocator, optionalFunctions, artifact, reason, other);
        }

        @Override
        public GlueMode mode() {
            return options.mode();
        }

        /** {@return why it was linked, and what its glue does, for the log and for {@code Heap.binding()}} */
        public String fullReason() {
            return reason + options.text();
        }

        @Override
        public String text() {
            return allocator + " " + artifact.version() + " (" + fullReason() + ")";
        }
    }

    /**
     * Generate nothing: a dependency already carries the glue.
     *
     * @param binding what it is bound to
     * @param from the dependency
     */
    record Adopt(Marker.OfBinding binding, Coordinates from) implements Bound {
        @Override
        public ClassName allocator() {
            return binding.allocator();
        }

        @Override
        public Coordinates artifact() {
            return binding.artifact();
        }

        @Override
        public GlueMode mode() {
            return binding.mode();
        }

        @Override
        public String text() {
            return allocator() + " (inherited from " + from + new GlueOptions(mode(), "").text() + ")";
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
