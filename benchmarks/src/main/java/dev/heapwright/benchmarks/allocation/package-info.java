/**
 * Comparison of allocators. Each way to allocate native memory is a {@link
 * dev.heapwright.benchmarks.allocation.Subject}, which has its own JVM, so that only its code is compiled into the
 * loops. {@link dev.heapwright.benchmarks.allocation.AllocationReport} runs all of them and writes the tables and
 * plots.
 */
@NullMarked
package dev.heapwright.benchmarks.allocation;

import org.jspecify.annotations.NullMarked;
