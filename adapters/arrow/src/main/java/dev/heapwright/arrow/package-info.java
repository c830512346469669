/**
 * The heap behind Apache Arrow: {@link dev.heapwright.arrow.HeapAllocators} makes root allocators whose buffers, and so
 * the vectors that are made of them, are in memory of the allocator that the build has bound.
 */
@NeedsAllocator
@NullMarked
package dev.heapwright.arrow;

import dev.heapwright.annotations.NeedsAllocator;
import org.jspecify.annotations.NullMarked;
