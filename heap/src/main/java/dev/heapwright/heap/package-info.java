/**
 * Native memory from the one allocator that the build has bound: {@link dev.heapwright.heap.Heap} for consumers, {@link
 * dev.heapwright.heap.Binding} for the generated glue.
 */
@NeedsAllocator
@NullMarked
package dev.heapwright.heap;

import dev.heapwright.annotations.NeedsAllocator;
import org.jspecify.annotations.NullMarked;
