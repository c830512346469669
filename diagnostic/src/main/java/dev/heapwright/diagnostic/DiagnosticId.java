package dev.heapwright.diagnostic;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of problem, each explained in a page of its own under {@code docs/diagnostics}. */
public enum DiagnosticId {
    /** An allocator lacks functions of the contract. */
    MISSING_FUNCTION("MissingFunction"),
    /** A function of the contract has other types, modifiers or exceptions. */
    WRONG_SIGNATURE("WrongSignature"),
    /** The annotated type cannot hold static functions that others call. */
    NOT_AN_ALLOCATOR_CLASS("NotAnAllocatorClass"),
    /** A module has two allocators. */
    DUPLICATE_ALLOCATOR("DuplicateAllocator"),
    /** A class, or its package or module, is an allocator and needs one. */
    ALLOCATOR_NEEDS_ALLOCATOR("AllocatorNeedsAllocator"),
    /** An allocator's code reaches code that needs an allocator. */
    CIRCULAR_DEPENDENCY("CircularDependency"),
    /** The names of a function's parameters suggest another order. */
    SWAPPED_PARAMETERS("SwappedParameters"),
    /** A final artifact would be linked to several allocators. */
    TWO_ALLOCATORS("TwoAllocators"),
    /** Two dependencies carry glue. */
    TWO_BINDINGS("TwoBindings"),
    /** Something needs an allocator, and the default is turned off. */
    NO_ALLOCATOR("NoAllocator"),
    /** What was configured as the default holds no allocator. */
    NOT_AN_ALLOCATOR("NotAnAllocator"),
    /** The allocator that was chosen needs a newer Java than the module is compiled for. */
    UNAVAILABLE_FOR_TARGET("UnavailableForTarget"),
    /** A marker is malformed, or the class file says otherwise. */
    MARKER_MISMATCH("MarkerMismatch"),
    /** A named module does not provide its binding. */
    NOT_PROVIDED("NotProvided"),
    /** A jar or class folder cannot be read. */
    UNREADABLE_ARTIFACT("UnreadableArtifact"),
    /** Annotated classes have no markers: the processor did not run. */
    NOT_VALIDATED("NotValidated"),
    /** A library has everyone who uses it linked to an allocator. */
    LIBRARY_IMPOSES_ALLOCATOR("LibraryImposesAllocator"),
    /** What was packaged is not bound as its build decided. */
    BROKEN_PACKAGE("BrokenPackage"),
    /** An executable jar's manifest does not let it use native memory. */
    NATIVE_ACCESS("NativeAccess"),
    /** At run time: nothing is bound to the heap. */
    NOT_BOUND("NotBound"),
    /** At run time: several bindings are on the class path. */
    BOUND_TWICE("BoundTwice"),
    /** At run time: native functions cannot be called. */
    NATIVE_UNAVAILABLE("NativeUnavailable"),
    /** At run time: the allocator has no memory. */
    HEAP_EXHAUSTED("HeapExhausted"),
    /** At run time, with checked glue: a block is given back that was given back before. */
    DOUBLE_FREE("DoubleFree"),
    /** At run time, with checked glue: no block begins at the address that is given back or resized. */
    NOT_LIVE("NotLive"),
    /** At run time, with checked glue: a block has another size or alignment than the call says. */
    BLOCK_MISMATCH("BlockMismatch"),
    /** At run time, with checked glue: something was written just outside of a block. */
    OVERRUN("Overrun"),
    /** At run time, with checked glue: something was written to a block that had been given back. */
    USE_AFTER_FREE("UseAfterFree"),
    /** At the end of a program with checked glue: blocks were not given back. */
    LEAK("Leak"),
    /** What the user configured is not among what there is. */
    INVALID_CONFIGURATION("InvalidConfiguration"),
    /** A fault of Heapwright itself. */
    INTERNAL_ERROR("InternalError");

    private final String text;

    DiagnosticId(String text) {
        this.text = text;
    }

    /**
     * {@return the id as users read and type it: {@code MissingFunction}}
     */
    @Override
    public String toString() {
        return text;
    }

    /**
     * {@return the id of that text, if there is one}
     *
     * @param text as {@link #toString} gives it, in any case of letters
     */
    public static Optional<DiagnosticId> of(String text) {
        return Arrays.stream(values())
                .filter(id -> id.text.equalsIgnoreCase(text))
                .findFirst();
    }
}
