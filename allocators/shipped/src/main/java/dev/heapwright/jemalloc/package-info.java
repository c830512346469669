/** {@link dev.heapwright.jemalloc.JemallocAllocator}: jemalloc, with the native library for each platform. */
@NullMarked
package dev.heapwright.jemalloc;

import org.jspecify.annotations.NullMarked;
