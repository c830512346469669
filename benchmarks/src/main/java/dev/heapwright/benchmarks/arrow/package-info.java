/**
 * Comparison of Arrow's vectors on the heap and on Arrow's own managers. {@link
 * dev.heapwright.benchmarks.arrow.ArrowReport} runs them, each in its own JVM, and writes the tables.
 */
@NullMarked
package dev.heapwright.benchmarks.arrow;

import org.jspecify.annotations.NullMarked;
