/** What users write: {@link dev.heapwright.annotations.Allocator} and {@link dev.heapwright.annotations.NeedsAllocator}. */
@NullMarked
package dev.heapwright.annotations;

import org.jspecify.annotations.NullMarked;
