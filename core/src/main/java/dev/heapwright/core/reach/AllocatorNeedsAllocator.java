package dev.heapwright.core.reach;

import dev.heapwright.diagnostic.Diagnostic;
import dev.heapwright.diagnostic.DiagnosticId;

/**
 * The diagnostic for an allocator that is declared to need one, the same at compile time and when its artifact is read.
 */
public final class AllocatorNeedsAllocator {
    private AllocatorNeedsAllocator() {}

    /**
     * {@return the diagnostic for an allocator that is a consumer}
     *
     * @param allocator its name
     * @param consumer what is annotated, in words: {@code it}, or {@code the package com.acme} that it is in
     */
    public static Diagnostic of(String allocator, String consumer) {
        return Diagnostic.error(
                        DiagnosticId.ALLOCATOR_NEEDS_ALLOCATOR,
                        "circular dependency: allocator %s needs an allocator: %s is annotated @NeedsAllocator"
                                .formatted(allocator, consumer))
                .withHelp("remove @NeedsAllocator; move code that needs an allocator to another package,")
                .withHelp("and, if other projects use this allocator, to another module");
    }
}
