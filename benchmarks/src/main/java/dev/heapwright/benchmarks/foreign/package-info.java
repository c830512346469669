/**
 * Comparison of arenas: those of the JDK, and those on the heap, bound to each allocator. {@link
 * dev.heapwright.benchmarks.foreign.ForeignReport} runs them all and prints the tables.
 */
@NullMarked
package dev.heapwright.benchmarks.foreign;

import org.jspecify.annotations.NullMarked;
