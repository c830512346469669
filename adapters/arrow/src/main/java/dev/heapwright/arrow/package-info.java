/**
 * The heap behind Apache Arrow: {@link dev.heapwright.arrow.HeapAllocators} creates root allocators whose buffers, and
 * therefore the vectors built on them, are in memory of the allocator that the build has bound.
 */
@NeedsAllocator
@NullMarked
package dev.heapwright.arrow;

import dev.heapwright.annotations.NeedsAllocator;
import org.jspecify.annotations.NullMarked;
