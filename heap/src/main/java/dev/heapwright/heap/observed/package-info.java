/**
 * Observed glue: {@link dev.heapwright.heap.observed.ObservedBinding} stands between the heap and the allocator of a
 * program that was built with {@code <observed>true</observed>}, and records what the program allocates, where, and how much
 * of it is live.
 */
@NullMarked
package dev.heapwright.heap.observed;

import org.jspecify.annotations.NullMarked;
