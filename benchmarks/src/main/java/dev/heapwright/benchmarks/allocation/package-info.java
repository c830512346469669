/**
 * Allocators beside each other. Each way to get native memory is a {@link
 * dev.heapwright.benchmarks.allocation.Subject}, which has a JVM to itself, so that nothing but it is compiled into the
 * loops. {@link dev.heapwright.benchmarks.allocation.AllocationReport} runs all of them and writes the tables and plots.
 */
@NullMarked
package dev.heapwright.benchmarks.allocation;

import org.jspecify.annotations.NullMarked;
