/** {@link dev.heapwright.mimalloc.MimallocAllocator}: mimalloc, with the native library for each platform. */
@NullMarked
package dev.heapwright.mimalloc;

import org.jspecify.annotations.NullMarked;
