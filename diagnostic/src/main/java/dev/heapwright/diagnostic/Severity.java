package dev.heapwright.diagnostic;

/**
 * The severity of a problem. There are no notes: forked compilers drop them, so nothing may depend on one being seen.
 */
public enum Severity {
    /** The build fails. */
    ERROR,
    /** The build continues. */
    WARNING
}
