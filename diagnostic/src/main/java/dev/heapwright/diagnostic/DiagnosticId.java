package dev.heapwright.diagnostic;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of problem, each explained on its own page under {@code docs/diagnostics}. */
public enum DiagnosticId {
    /** An allocator lacks functions of the contract. */
    MISSING_FUNCTION("MissingFunction"),
    /** A function of the contract has other types, modifiers or exceptions. */
    WRONG_SIGNATURE("WrongSignature"),
    /** The annotated type cannot have static functions that others call. */
    NOT_AN_ALLOCATOR_CLASS("NotAnAllocatorClass"),
    /** A module has two allocators. */
    DUPLICATE_ALLOCATOR("DuplicateAllocator"),
    /** A class is an allocator and, itself or through its package or module, needs one. */
    ALLOCATOR_NEEDS_ALLOCATOR("AllocatorNeedsAllocator"),
    /** An allocator's code reaches code that needs an allocator. */
    CIRCULAR_DEPENDENCY("CircularDependency"),
    /** The names of a function's parameters suggest another order. */
    SWAPPED_PARAMETERS("SwappedParameters"),
    /** A final artifact would be linked to several allocators. */
    TWO_ALLOCATORS("TwoAllocators"),
    /** Two dependencies carry glue. */
    TWO_BINDINGS("TwoBindings"),
    /** A JVM may load another class than the one that was checked. */
    SHADOWED_CLASS("ShadowedClass"),
    /** Something needs an allocator, and the default is disabled. */
    NO_ALLOCATOR("NoAllocator"),
    /** The configured default does not contain an allocator. */
    NOT_AN_ALLOCATOR("NotAnAllocator"),
    /** The selected allocator needs a newer Java than the module is compiled for. */
    UNAVAILABLE_FOR_TARGET("UnavailableForTarget"),
    /** A marker is malformed, or contradicts the class file. */
    MARKER_MISMATCH("MarkerMismatch"),
    /** A named module does not provide its binding. */
    NOT_PROVIDED("NotProvided"),
    /** A jar or class folder cannot be read. */
    UNREADABLE_ARTIFACT("UnreadableArtifact"),
    /** Annotated classes have no markers: the processor did not run. */
    NOT_VALIDATED("NotValidated"),
    /** A library imposes an allocator on all its users. */
    LIBRARY_IMPOSES_ALLOCATOR("LibraryImposesAllocator"),
    /** Glue was not generated, or not compiled. */
    UNCOMPILED_GLUE("UncompiledGlue"),
    /** A packaged artifact is not bound as its build decided. */
    BROKEN_PACKAGE("BrokenPackage"),
    /** An executable jar's manifest does not enable native access. */
    NATIVE_ACCESS("NativeAccess"),
    /** The programs of an image cannot be linked to an allocator. */
    NOT_LINKABLE("NotLinkable"),
    /** Native memory is taken in places that are not in the baseline. */
    UNGOVERNED_MEMORY("UngovernedMemory"),
    /** At run time: the heap is not bound. */
    NOT_BOUND("NotBound"),
    /** At run time: several bindings are on the class path. */
    BOUND_TWICE("BoundTwice"),
    /** At run time: the image is linked to an allocator, the process is not. */
    PROCESS_NOT_LINKED("ProcessNotLinked"),
    /** At run time: a library is preloaded that replaces the allocator of a linked process. */
    PROCESS_TWICE("ProcessTwice"),
    /** At run time: native functions cannot be called. */
    NATIVE_UNAVAILABLE("NativeUnavailable"),
    /** At run time: the allocator has no memory. */
    HEAP_EXHAUSTED("HeapExhausted"),
    /** At run time, with checked glue: a block is freed that was freed before. */
    DOUBLE_FREE("DoubleFree"),
    /** At run time, with checked glue: no block begins at the address that is freed or resized. */
    NOT_LIVE("NotLive"),
    /** At run time, with checked glue: the size or alignment in a call does not match the block. */
    BLOCK_MISMATCH("BlockMismatch"),
    /** At run time, with checked glue: something was written just outside of a block. */
    OVERRUN("Overrun"),
    /** At run time, with checked glue: something was written to a block that had been freed. */
    USE_AFTER_FREE("UseAfterFree"),
    /** At the end of a program with checked glue: blocks were not freed. */
    LEAK("Leak"),
    /** The user has configured an unknown name or an invalid value. */
    INVALID_CONFIGURATION("InvalidConfiguration"),
    /** An internal error of Heapwright. */
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
     * {@return the id with that text, if there is one}
     *
     * @param text as {@link #toString} gives it, ignoring case
     */
    public static Optional<DiagnosticId> of(String text) {
        return Arrays.stream(values())
                .filter(id -> id.text.equalsIgnoreCase(text))
                .findFirst();
    }
}
