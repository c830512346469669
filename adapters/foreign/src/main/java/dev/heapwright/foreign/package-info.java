/**
 * The heap behind {@link java.lang.foreign}: {@link dev.heapwright.foreign.HeapArena} is an arena, {@link
 * dev.heapwright.foreign.GrowingAllocator} a segment allocator, and the memory of both comes from the allocator that
 * the build has bound.
 */
@NeedsAllocator
@NullMarked
package dev.heapwright.foreign;

import dev.heapwright.annotations.NeedsAllocator;
import org.jspecify.annotations.NullMarked;
