package dev.heapwright.heap.observed;

import org.jspecify.annotations.Nullable;

/**
 * What the build and the start of the program have configured.
 *
 * @param sampling which blocks are sampled
 * @param limit how much may be live
 * @param problem why nothing can be allocated; null if all values are valid
 */
record Settings(Sampling sampling, Limit limit, @Nullable String problem) {
    /** Does not throw for a value that is invalid: that would be reported as glue that cannot be loaded. */
    static Settings configured(String builtLimit) {
        try {
            return new Settings(Sampling.configured(), Limit.configured(builtLimit), null);
        } catch (IllegalArgumentException e) {
            return new Settings(new Sampling(Sampling.NEVER), Limit.NONE, e.getMessage());
        }
    }
}
