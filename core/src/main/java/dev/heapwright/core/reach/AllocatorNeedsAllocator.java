package dev.heapwright.core.reach;

import dev.heapwright.core.diagnostic.Diagnostic;
import dev.heapwright.core.diagnostic.DiagnosticId;

/** How an allocator is told that says that it needs one, the same at compile time and when its artifact is read. */
public final class AllocatorNeedsAllocator {
    private AllocatorNeedsAllocator() {}

    /**
     * {@return the diagnostic for an allocator that is a needer}
     *
     * @param allocator its name
     * @param needer what is annotated, in words: {@code it}, or {@code the package com.acme} that it is in
     */
    public static Diagnostic of(String allocator, String needer) {
        return Diagnostic.error(
                        DiagnosticId.ALLOCATOR_NEEDS_ALLOCATOR,
                        "allocator %s needs an allocator itself: %s is annotated @NeedsAllocator"
                                .formatted(allocator, needer))
                .withHelp("remove @NeedsAllocator there; code that needs an allocator belongs elsewhere:")
                .withHelp("in a package, and for other programs in a module, without an allocator");
    }
}
