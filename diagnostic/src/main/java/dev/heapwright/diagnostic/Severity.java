package dev.heapwright.diagnostic;

/** How bad it is. There is no note: forked compilers drop notes, so nothing may depend on one being seen. */
public enum Severity {
    /** The build fails. */
    ERROR,
    /** The build goes on. */
    WARNING
}
