/** {@link dev.heapwright.hardened.HardenedAllocator}, which detects what mistakes and attacks do to a heap. */
@NullMarked
package dev.heapwright.hardened;

import org.jspecify.annotations.NullMarked;
