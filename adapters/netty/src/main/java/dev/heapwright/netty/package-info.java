/**
 * Netty's buffers in native memory from the allocator that the build has bound:
 * {@link dev.heapwright.netty.HeapByteBufAllocator} is what a bootstrap is given.
 */
@NeedsAllocator
@NullMarked
package dev.heapwright.netty;

import dev.heapwright.annotations.NeedsAllocator;
import org.jspecify.annotations.NullMarked;
