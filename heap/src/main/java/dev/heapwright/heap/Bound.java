package dev.heapwright.heap;

import dev.heapwright.memory.FirstUse;
import org.jspecify.annotations.Nullable;

/** What the heap is bound to, which the first use finds. */
final class Bound {
    /** What was found, if not by the first use. */
    private static @Nullable Binding later;

    /**
     * Initialised by the first use. So to the JIT its field is a constant, and nothing has to tell the first use from others.
     * It is null if nothing was found for a reason that may pass, such as a stack that is nearly used up.
     */
    private static final class ByFirstUse {
        static final @Nullable Binding BINDING = attempted();

        private ByFirstUse() {}

        private static @Nullable Binding attempted() {
            try {
                return found();
            } catch (Throwable passing) {
                return null;
            }
        }
    }

    private Bound() {}

    /** {@return the glue, which may be {@link Unbound}} */
    static Binding binding() {
        Binding binding;
        try {
            binding = ByFirstUse.BINDING;
        } catch (NoClassDefFoundError tooLittleStackToInitialiseIt) {
            binding = null;
        }
        return binding == null ? bindingLater() : binding;
    }

    private static Binding bindingLater() {
        Binding found = later;
        return found == null ? findLater() : found;
    }

    private static synchronized Binding findLater() {
        Binding found = later;
        if (found == null) {
            found = found();
            later = found;
        }
        return found;
    }

    private static Binding found() {
        FirstUse.prepare();
        return BindingFinder.find();
    }
}
