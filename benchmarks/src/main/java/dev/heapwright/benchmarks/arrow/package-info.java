/**
 * Arrow's vectors on the heap beside the same on Arrow's own managers. {@link
 * dev.heapwright.benchmarks.arrow.ArrowReport} runs them, each in a JVM of its own, and writes the tables.
 */
@NullMarked
package dev.heapwright.benchmarks.arrow;

import org.jspecify.annotations.NullMarked;
