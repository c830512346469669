/** {@link dev.heapwright.system.SystemAllocator}, the allocator that every machine has: the C library's malloc. */
@NullMarked
package dev.heapwright.system;

import org.jspecify.annotations.NullMarked;
