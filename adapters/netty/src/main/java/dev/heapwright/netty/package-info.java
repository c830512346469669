/**
 * Netty's buffers in native memory from the allocator that the build has bound: pass {@link
 * dev.heapwright.netty.HeapByteBufAllocator} to a bootstrap.
 */
@NeedsAllocator
@NullMarked
package dev.heapwright.netty;

import dev.heapwright.annotations.NeedsAllocator;
import org.jspecify.annotations.NullMarked;
